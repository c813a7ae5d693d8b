"""How long do all duties take over 100,000 listings and 300,000 enquiries, and does any page wait for them?

python -m tests.messung
"""
