"""How does a document become a PDF/UA? In a process of its own, which may take so much memory and time and no more.

Reads JSON from standard input and writes the PDF to standard output; the arguments are the folder of the templates,
the name of one, the folder of the fonts and the format. Run alone, without Django: it starts in a twentieth of a
second, and what it is told stands in no list of processes.
"""

import resource
import sys
from pathlib import Path

SPEICHER = 1 << 30
SEKUNDEN = 10


def setzen(ordner: str, vorlage: str, schriften: str, daten: str) -> bytes:
    """The values come as data, so nothing in them is read as Typst. A warning is an error: a font that is missing
    only warns."""
    import typst

    pdf, warnungen = typst.compile_with_warnings(
        str(Path(ordner) / f"{vorlage}.typ"),
        root=ordner,
        font_paths=[schriften],
        ignore_system_fonts=True,
        sys_inputs={"daten": daten},
        pdf_standards=["ua-1"],
    )
    if warnungen:
        raise ValueError(" ".join(warnung.message for warnung in warnungen))
    return pdf


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (SPEICHER, SPEICHER))
    resource.setrlimit(resource.RLIMIT_CPU, (SEKUNDEN, SEKUNDEN))
    sys.stdout.buffer.write(setzen(*sys.argv[1:4], daten=sys.stdin.buffer.read().decode()))
