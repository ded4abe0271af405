"""The official SDK, called as a request of ours describes it."""

import json

from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.credential import Credential
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717 import models
from tencentcloud.vod.v20180717.vod_client import VodClient


def client_of(request):
    """Sets up the client that a user of the SDK would set up for this request."""
    http = HttpProfile(
        protocol=request["scheme"],
        endpoint=request["endpoint"],
        reqMethod=request["method"],
        rootDomain=request["root_domain"],
    )
    profile = ClientProfile(signMethod=request["signature"], httpProfile=http)
    profile.unsignedPayload = request["unsigned_payload"]
    # Set from behind: the constructor takes no client without a language.
    profile.language = request["language"]
    credential = Credential(request["secret_id"], request["secret_key"], request["token"])
    region = request["region"] or ""
    if request["typed"]:
        client = VodClient(credential, region, profile)
    else:
        client = CommonClient(request["service"], request["version"], credential, region, profile)
    # Neither a proxy nor a .netrc has a say in what is sent.
    client.request.conn._session.trust_env = False
    return client


def send(client, request):
    """Sends the request in its form."""
    action, parameters, binary = request["action"], request["parameters"], request["binary"]
    options = {"SkipSign": request["skip"]}
    if request["typed"]:
        return _send_typed(client, action, parameters)
    if request["encoding"] == "octet-stream":
        # The SDK leaves it to its caller to make headers of members.
        prefix = "X-%s-" % request["service"].upper()
        headers = {prefix + name: _text(value) for name, value in parameters.items()}
        return client.call_octet_stream(action, headers, _bytes(binary["bytes"]), options)
    if request["encoding"] == "multipart":
        # And to make text of numbers.
        parameters = {name: _text(value) for name, value in parameters.items()}
        parameters[binary["name"]] = _bytes(binary["bytes"])
        options.update(IsMultipart=True, BinaryParams=[binary["name"]])
    return client.call_json(action, parameters, options=options)


def _send_typed(client, action, parameters):
    """Sends it through the SDK's own model of the action, which knows the names of all members."""
    model = getattr(models, action + "Request")()
    model.from_json_string(json.dumps(parameters))
    return getattr(client, action)(model)


def _text(value):
    return json.dumps(value) if isinstance(value, (bool, int, float)) else value


def _bytes(text):
    """Bytes travel between the programs as text, a character each."""
    return text.encode("latin-1")
