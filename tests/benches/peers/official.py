"""The same call by the official SDK: `official.py HOST:PORT`, with the Python that `tests/sdk/prepare` sets up.

It prints a JSON object: the processor's time of a call in microseconds, round by round.
"""

import json
import sys
import time

from tencentcloud.common.credential import Credential
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717.models import ManageTaskRequest
from tencentcloud.vod.v20180717.vod_client import VodClient

ROUNDS = 5
CALLS = 200


def main():
    http = HttpProfile(protocol="http", endpoint=sys.argv[1], keepAlive=True)
    credential = Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")
    client = VodClient(credential, "ap-guangzhou", ClientProfile(httpProfile=http))
    request = ManageTaskRequest()
    request.TaskId = "251000333-procedure-c27bdf65ea06646171e714f25f5aac6"
    request.OperationType = "Abort"
    request.SubAppId = 1251000333

    rounds = []
    # The first round connects, and isn't told.
    for _ in range(ROUNDS + 1):
        begun = time.process_time()
        for _ in range(CALLS):
            client.ManageTask(request)
        rounds.append((time.process_time() - begun) * 1e6 / CALLS)
    print(json.dumps({"name": "the official SDK for Python", "rounds": rounds[1:]}))


if __name__ == "__main__":
    main()
