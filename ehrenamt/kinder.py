"""Who looks after the processes of the demo? They are started, restarted and ended here, with their parent."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


class Kinder:
    def __init__(self) -> None:
        self._laufende: dict[str, subprocess.Popen] = {}
        self._auftraege: dict[str, dict] = {}
        self._seit: dict[str, float] = {}
        self._fehlstarts: dict[str, int] = {}

    def starten(
        self, name: str, befehl: list[str], dateien: tuple[int, ...] = (), protokoll: Path | None = None
    ) -> None:
        """Starts a process in a session of its own: Ctrl-C reaches it only through beenden()."""
        eltern = os.getpid()

        def mit_eltern_sterben() -> None:
            _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != eltern:
                os._exit(1)

        self._auftraege[name] = {"befehl": befehl, "dateien": dateien, "protokoll": protokoll}
        self._seit[name] = time.monotonic()
        with open(protokoll, "ab") if protokoll else contextlib.nullcontext() as ausgabe:
            self._laufende[name] = subprocess.Popen(
                befehl,
                stdin=subprocess.DEVNULL,
                stdout=ausgabe,
                stderr=ausgabe,
                pass_fds=dateien,
                start_new_session=True,
                preexec_fn=mit_eltern_sterben,
            )

    def laeuft(self, name: str) -> bool:
        return self._laufende[name].poll() is None

    def beaufsichtigen(self, unentbehrlich: str) -> int:
        """Restarts whoever exits, until the indispensable one does; returns its exit code."""
        while self.laeuft(unentbehrlich):
            # Any child may be the next, also the database's keeper, which looks after itself.
            pid = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT).si_pid
            namen = [name for name, kind in self._laufende.items() if kind.pid == pid]
            if not namen:
                os.waitpid(pid, 0)
            for name in namen:
                self._laufende[name].wait()
                if name != unentbehrlich:
                    self._neu_starten(name)
        return self._laufende[unentbehrlich].returncode

    def _neu_starten(self, name: str) -> None:
        zu_kurz = time.monotonic() - self._seit[name] < 10
        self._fehlstarts[name] = self._fehlstarts.get(name, 0) + 1 if zu_kurz else 0
        time.sleep(min(self._fehlstarts[name], 10))
        self.starten(name, **self._auftraege[name])

    def beenden(self) -> None:
        for kind in self._laufende.values():
            kind.terminate()
        frist = time.monotonic() + 8
        for kind in self._laufende.values():
            try:
                kind.wait(max(0.0, frist - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(kind.pid, signal.SIGKILL)
                kind.wait()
