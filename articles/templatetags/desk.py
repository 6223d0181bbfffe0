"""What the front page of the admin shows of the worklist."""

from django import template

from ..admin.worklist import label, tasks

register = template.Library()


register.filter("problem_label", label)


@register.simple_tag
def worklist_tasks():
    return tasks()
