"""400 days of a portal: people act, stay silent, change their mind; duties run, twice, or not at all.

What should happen is kept in books of the simulation's own (anfragenbuch, angebotsbuch), written from what was promised
and not from the portal's code. After each run the portal must be exactly where the books are.
"""
