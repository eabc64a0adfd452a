"""What a lab's script does, over HTTP with `requests` alone: python client.py http://localhost:3000

Prints the link that somebody approves in a browser, waits for its token, and works with it. Ends with 0 when every
answer was what the contract says (section 13).
"""

import json
import sys
import time

import requests

base = sys.argv[1].rstrip("/")
http = requests.Session()


def call(method, path, status, **options):
    """One request; its answer's JSON, or None where there is none. Fails on any other status."""
    answer = http.request(method, f"{base}/api/{path}", timeout=30, allow_redirects=False, **options)
    assert answer.status_code == status, f"{method} {path}: {answer.status_code} {answer.text[:500]}"
    return answer.json() if answer.content else None


def load_all(model, **parameters):
    """Every record of a list, as the labs' client collects them: offsets of 100 until `count` are there."""
    records, offset = [], 0
    while True:
        page = call("GET", f"private/{model}/", 200, params={**parameters, "limit": 100, "offset": offset})
        key = next(iter(page))
        assert isinstance(page[key], list), f"the first key of {model} is {key}"
        records += page[key]
        offset += 100
        if len(records) >= page["count"]:
            return records


# Device login. Each endpoint also without its slash, for clients differ.
begun = call("POST", "auth/device/", 200, json={"client_name": "e2e-python"})
assert begun["interval"] == 5 and begun["expires_in"] == 900, begun
pending = call("POST", "auth/device/token", 200, json={"device_code": begun["device_code"]})
assert pending == {"status": "authorization_pending"}, pending
print(json.dumps({"link": begun["verification_uri_complete"]}), flush=True)
for _ in range(120):
    polled = call("POST", "auth/device/token/", 200, json={"device_code": begun["device_code"]})
    if polled.get("status") != "authorization_pending":
        break
    time.sleep(0.5)
assert polled["status"] == "success", polled
token = polled["token"]
assert call("POST", "auth/device/token/", 200, json={"device_code": begun["device_code"]}) == {"error": "already_used"}
call("GET", "private/stem/project/", 401)
http.headers["Authorization"] = f"Bearer {token}"

# A project, a subject, sessions and their modules.
project = call("POST", "private/stem/project/", 201, json={"name": f"Python {token[-6:]}"})["project"]
strain = call("GET", "private/taxonomies/strain/", 200, params={"limit": 1})["strains"][0]
subject = call(
    "POST",
    "private/stem/subject/",
    201,
    json={"name": "PY-1", "sex": "F", "projects": [project["id"]], "strain": strain["id"]},
)["subject"]
log = call("POST", "private/modules/subjectlog/", 201, json={"subject": subject["id"], "type": "Weighing"})
log = log["subject_log"]
weighed = {"date_time": "2026-11-01T08:00:00Z", "details": {"weight": 22.5}}
call("PATCH", f"private/modules/subjectlog/{log['id']}/add_entry", 200, json=weighed)
call("PATCH", f"private/modules/subjectlog/{log['id']}/add_entry", 400, json=weighed)
call("PATCH", f"private/modules/subjectlog/{log['id']}/remove_entry", 200, json={"date_time": weighed["date_time"]})

rows = [
    {"name": f"PY session {number:03}", "projects": [project["id"]], "date_time": "2026-11-01T10:00:00Z"}
    for number in range(320)
]
call("POST", "private/stem/session/bulk/", 200, json=rows)
sessions = load_all("stem/session", **{"filter{projects.id}": project["id"], "sort[]": "name"})
assert [session["name"] for session in sessions] == [row["name"] for row in rows]
first = sessions[0]
recorded = call(
    "POST", "private/modules/dataacquisition/", 201, json={"session": first["id"], "type": "VideoTracking"}
)["data_acquisition"]
call("POST", "private/modules/dataacquisition/", 400, json={"session": first["id"], "type": "No such type"})

# load_all with the includes of the session loader.
including = load_all(
    "stem/session",
    **{
        "filter{projects.id}": project["id"],
        "include[]": ["dataacquisition.*", "behaviors.*", "manipulations.*", "epochs.*"],
    },
)
assert len({session["id"] for session in including}) == 320
with_data = [session for session in including if session["dataacquisition"]]
assert [session["dataacquisition"][0]["id"] for session in with_data] == [recorded["id"]], with_data

# The absolute `next` links, as the other client follows them.
page = call("GET", "private/stem/session/", 200, params={"filter{projects.id}": project["id"], "limit": 100})
names = [session["name"] for session in page["sessions"]]
while page["next"]:
    answer = http.get(page["next"], timeout=30)
    assert answer.status_code == 200, answer.text
    page = answer.json()
    names += [session["name"] for session in page["sessions"]]
assert sorted(names) == [row["name"] for row in rows]

# Update: the fields sent, and the whole record with its read-only keys.
address = f"private/stem/session/{first['id']}/"
changed = call("PATCH", address, 200, json={"id": first["id"], "tags": ["python"]})["session"]
assert changed["tags"] == ["python"] and changed["name"] == first["name"]
whole = call("PUT", address, 200, json={**changed, "description": "By Python"})["session"]
assert whole["tags"] == ["python"] and "By Python" in whole["description"]
found = load_all("stem/session", **{"filter{tags}": "python", "filter{id}": first["id"]})
assert [session["id"] for session in found] == [first["id"]]

# Delete.
last = sessions[-1]["id"]
call("DELETE", f"private/stem/session/{last}/", 204)
call("GET", f"private/stem/session/{last}/", 404)
assert len(load_all("stem/session", **{"filter{projects.id}": project["id"]})) == 319

# The public portal: nothing of a private project, then all of it; an expired token is ignored there.
expired = {"Authorization": "Bearer expired-long-ago"}
call("GET", f"public/stem/project/{project['id']}/", 404, headers=expired)
call("PATCH", f"private/stem/project/{project['id']}/", 200, json={"is_public": True})
shown = call("GET", "public/stem/session/", 200, params={"filter{projects.id}": project["id"]}, headers=expired)
assert shown["count"] == 319 and shown["meta"], shown["count"]
call("GET", "private/stem/session/", 401, headers=expired)
call("DELETE", f"private/stem/project/{project['id']}/", 204)
call("GET", f"public/stem/project/{project['id']}/", 404, headers=expired)
print(json.dumps({"done": True}), flush=True)
