"""Harvests a catalogue with ckanext-harvest and the DCAT harvester of ckanext-dcat, stage by stage and without their queues; prints what
they made of it as JSON.

harvest.py ADDRESS     CKAN_DATA is the folder of a CKAN started with the plugins harvest, dcat and dcat_rdf_harvester
"""
import json
import logging
import sys

import ckan_site
import ckanext.harvest.model as model
from ckan.plugins import toolkit
from ckanext.harvest import queue

logging.disable(logging.INFO)


def call(action, /, **body):
    return toolkit.get_action(action)({"ignore_auth": True, "user": "admin"}, body)


with ckan_site.application._wsgi_app.test_request_context():
    source = call("harvest_source_create", name="lavoir", title="Lavoir", url=sys.argv[1], source_type="dcat_rdf",
                  owner_org="ville-test", config=json.dumps({"rdf_format": "text/turtle"}))
    job = model.HarvestJob(source=model.HarvestSource.get(source["id"]), status="Running")
    job.save()
    harvester = queue.get_harvester("dcat_rdf")
    objects = [model.HarvestObject.get(one) for one in queue.gather_stage(harvester, job) or []]
    for one in objects:
        queue.fetch_and_import_stages(harvester, one)
    errors = [error.message for error in job.gather_errors] + [error.message for one in objects for error in one.errors]
    packages = [call("package_show", id=one.package_id) for one in objects if one.package_id]
    print("\n" + json.dumps({"errors": errors, "packages": packages}))
