"""How does the web server read requests? Loaded by gunicorn from the folder it is started in."""

# However long a question is, the answer is a page that says so (boerse/filterfelder.py); gunicorn's own limit would
# answer with a bare error. The reverse proxy in front has a limit of its own.
limit_request_line = 0
