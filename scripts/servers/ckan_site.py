"""The web application of `scripts/servers/ckan`, for gunicorn. CKAN_DATA is its folder; DATA/ckan-settings has its settings.

The first time it also makes its tables, the users, their tokens, the organisations and the group: what a dozen calls of `ckan` would
do, each with a start of CKAN of its own.
"""
import os

data = os.environ["CKAN_DATA"]
ini = os.path.join(data, "ckan.ini")
os.makedirs(os.path.join(data, "files"), exist_ok=True)

import psycopg2
from ckan.cli import CKANConfigLoader
from ckan.config.middleware import make_app

if not os.path.exists(ini):
    from ckan.cli.generate import make_config
    make_config.callback(ini, [])
settings = dict(line.rstrip("\n").split("=", 1) for line in open(os.path.join(data, "ckan-settings")) if "=" in line)
configuration = CKANConfigLoader(ini).get_config()
configuration.update(settings)
application = make_app(configuration)


def permissions():
    """What CKAN asks of the database of the DataStore, run by its superuser."""
    from ckanext.datastore.cli import permissions_sql
    sql = permissions_sql(maindb="ckan", datastoredb="datastore", mainuser="ckan", writeuser="ckan", readuser="reader")
    server = settings["sqlalchemy.url"].split("@")[1].split("/")[0].split(":")
    connection = psycopg2.connect(host=server[0], port=server[1], user="postgres", dbname="datastore",
                                  password=open(os.path.join(data, "password")).read().strip())
    connection.autocommit = True
    lines = [line for line in sql.splitlines() if not line.startswith("\\")]
    connection.cursor().execute("\n".join(lines))
    connection.close()


def call(action, who, /, **body):
    from ckan.logic import get_action
    return get_action(action)({"ignore_auth": True, "user": who}, body)


def people():
    names = {"admin": "ckan-admin", "editeur": "ckan-token", "passant": "ckan-stranger"}
    site = call("get_site_user", "")["name"]
    for name in names:
        call("user_create", site, name=name, email=f"{name}@example.org", password="motdepasse", sysadmin=name == "admin")
    for name, file in names.items():
        with open(os.open(os.path.join(data, file), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            out.write(call("api_token_create", name, user=name, name="essai")["token"])
    call("organization_create", "admin", name="ville-test", title="Ville de test",
         users=[{"name": "editeur", "capacity": "editor"}])
    call("organization_create", "admin", name="autre-ville", title="Une autre ville")
    call("group_create", "admin", name="finances", title="Finances")


if not os.path.exists(os.path.join(data, "ckan-built")):
    from ckan.cli.db import _migrate_plugins, _run_migrations
    with application._wsgi_app.test_request_context():
        _run_migrations(None, "head")
        _migrate_plugins(apply=True)
        permissions()
        people()
elif os.environ.get("CKAN_PLUGINS"):
    from ckan.cli.db import _migrate_plugins
    with application._wsgi_app.test_request_context():
        _migrate_plugins(apply=True)
