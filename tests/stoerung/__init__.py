"""Does the portal lose or double anything while its workers and its database are killed? With real processes.

python -m tests.stoerung --sekunden 200
"""
