"""How do tests run jobs? Over their own connection, inside their transaction."""

from collections.abc import Iterator

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def wartende() -> Iterator[tuple[str, dict]]:
    """Task and arguments of every job that is due."""
    for job in ProcrastinateJob.objects.filter(status="todo").order_by("pk"):
        if job.scheduled_at is None or job.scheduled_at <= timezone.now():
            yield job.task_name, job.args


def erledigen() -> None:
    for task, args in wartende():
        app.tasks[task](**args)
