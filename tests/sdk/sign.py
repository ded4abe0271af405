"""Signs requests with the official SDK and sends none.

Reads JSON lines, each with a `request` and what our client sent for it, if it did, as `ours`; writes JSON lines, each
with what the SDK would send for it, as `theirs`, and with the SDK's signatures of `ours`, as `resigned`.
"""

import hashlib
import json
import sys
import uuid
from datetime import datetime, timezone
from unittest import mock
from urllib.parse import parse_qsl, urlsplit

from requests.adapters import BaseAdapter
from requests.models import Response
from requests.structures import CaseInsensitiveDict
from tencentcloud.common.http.request import RequestInternal
from tencentcloud.common.sign import Sign

import sdk


class Recorder(BaseAdapter):
    """Stands where requests would go out to the network."""

    def __init__(self):
        super().__init__()
        self.sent = []

    def send(self, request, **_):
        self.sent.append(request)
        response = Response()
        response.status_code = 200
        response.headers["Content-Type"] = "application/json"
        response._content = b'{"Response":{"RequestId":"1"}}'
        return response

    def close(self):
        pass


def theirs(request):
    """What the SDK would send, at the request's time and with its random number."""
    client = sdk.client_of(request)
    _leave_out_its_name(client)
    recorder = Recorder()
    client.request.conn._session.mount("https://", recorder)
    boundary = uuid.UUID(int=request["random"] << 64 | request["random"])
    with mock.patch("time.time", return_value=request["timestamp"]), \
            mock.patch("random.randint", return_value=request["random"] >> 1), \
            mock.patch("uuid.uuid4", return_value=boundary):
        sdk.send(client, request)
    [sent] = recorder.sent
    body = sent.body or b""
    body = body.encode() if isinstance(body, str) else body
    headers = {name.lower(): value for name, value in sent.headers.items()}
    return {"method": sent.method, "url": sent.url, "headers": headers, "body": body.decode("latin-1")}


def _leave_out_its_name(client):
    """Takes the SDK's name and version, which we don't send, out of a legacy request before it is signed."""
    format_sign_string = client._format_sign_string

    def without_name(parameters, options=None):
        del parameters["RequestClient"]
        return format_sign_string(parameters, options)

    client._format_sign_string = without_name


def resigned(request, ours):
    """How the SDK signs what we sent."""
    if ours is None:
        return None
    if request["skip"]:
        return {}
    if request["signature"] == "TC3-HMAC-SHA256":
        return tc3(request, ours)
    return {"legacy": legacy(request, ours)}


def legacy(request, ours):
    """The parameter `Signature`, by the SDK from all others."""
    client = sdk.client_of(request)
    client.profile.httpProfile.reqMethod = ours["method"]
    client.profile.httpProfile.endpoint = ours["headers"]["host"]
    form = urlsplit(ours["url"]).query or ours["body"]
    pairs = parse_qsl(form, keep_blank_values=True, strict_parsing=True)
    parameters = dict(pairs)
    if len(parameters) != len(pairs):
        raise ValueError("a parameter is there twice: %s" % form)
    del parameters["Signature"]
    text = client._format_sign_string(parameters)
    return Sign.sign(request["secret_key"], text, parameters["SignatureMethod"])


def tc3(request, ours):
    """Our request signed twice: by the SDK, which always signs two headers, and with the headers that we sign."""
    headers = CaseInsensitiveDict(ours["headers"])
    second = int(headers["X-TC-Timestamp"])
    date = datetime.fromtimestamp(second, timezone.utc).strftime("%Y-%m-%d")
    key, service = request["secret_key"], request["service"]
    query, body = urlsplit(ours["url"]).query, ours["body"].encode("latin-1")

    data = query if ours["method"] == "GET" else body
    internal = RequestInternal(headers["Host"], ours["method"], "/", headers, data)
    by_sdk = sdk.client_of(request)._get_tc3_signature(None, internal, date, service, key)

    names = headers["Authorization"].partition("SignedHeaders=")[2].partition(",")[0]
    signed = "".join("%s:%s\n" % (name, headers[name].lower()) for name in names.split(";"))
    unsigned = headers.get("X-TC-Content-SHA256") == "UNSIGNED-PAYLOAD"
    payload_hash = _sha256(b"UNSIGNED-PAYLOAD" if unsigned else body)
    canonical = "\n".join([ours["method"], "/", query, signed, names, payload_hash])
    scope = "%s/%s/tc3_request" % (date, service)
    text = "\n".join(["TC3-HMAC-SHA256", str(second), scope, _sha256(canonical.encode())])
    signature = Sign.sign_tc3(key, date, service, text)
    authorization = "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
    return {"tc3": by_sdk, "authorization": authorization % (request["secret_id"], scope, names, signature)}


def _sha256(data):
    return hashlib.sha256(data).hexdigest()


def main():
    for line in sys.stdin:
        pair = json.loads(line)
        request, ours = pair["request"], pair["ours"]
        print(json.dumps({"theirs": theirs(request), "resigned": resigned(request, ours)}))


if __name__ == "__main__":
    main()
