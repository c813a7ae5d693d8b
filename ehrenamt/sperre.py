"""How do several processes agree who may do something? A file lock, which the kernel lets go with its holder.

Used before anything is installed, so: standard library only, and the syntax of Python 3.8.
"""

import contextlib
import fcntl
import os


class Sperre:
    """An exclusive or shared lock; its file exists only while somebody holds or awaits it."""

    def __init__(self, pfad):
        self.pfad = os.fspath(pfad)
        self._fd = None

    def nehmen(self, gemeinsam=False, warten=True) -> bool:
        art = (fcntl.LOCK_SH if gemeinsam else fcntl.LOCK_EX) | (0 if warten else fcntl.LOCK_NB)
        while True:
            fd = os.open(self.pfad, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(fd, art)
                # The last holder may have removed the file while we waited for it.
                if os.stat(self.pfad).st_ino == os.fstat(fd).st_ino:
                    self._fd, fd = fd, None
                    return True
            except BlockingIOError:
                return False
            except FileNotFoundError:
                continue
            finally:
                if fd is not None:
                    os.close(fd)

    def freigeben(self, entfernen=True) -> None:
        """Lets go; only the holder of an exclusive lock may also remove the file."""
        if self._fd is None:
            return
        if entfernen:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.pfad)
        os.close(self._fd)
        self._fd = None

    def frei(self) -> bool:
        """Says whether nobody holds it just now."""
        if os.path.exists(self.pfad) and not self.nehmen(warten=False):
            return False
        self.freigeben()
        return True

    def __enter__(self):
        self.nehmen()
        return self

    def __exit__(self, *_):
        self.freigeben()
