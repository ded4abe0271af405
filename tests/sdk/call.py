"""Calls a cloud on this machine with the official SDK.

Reads JSON lines, each a request; writes JSON lines, each with the `request_id` of the answer and, if it is an error, its
`code` and `message`.
"""

import json
import sys
from unittest import mock

from tencentcloud.common.exception import TencentCloudSDKException

import sdk


def call(request):
    """Calls at the request's time, which is the cloud's."""
    client = sdk.client_of(request)
    with mock.patch("time.time", return_value=request["timestamp"]):
        try:
            answer = sdk.send(client, request)
        except TencentCloudSDKException as error:
            return {"request_id": error.requestId, "code": error.code, "message": error.message}
    return {"request_id": answer.RequestId if request["typed"] else answer["Response"]["RequestId"]}


def main():
    for line in sys.stdin:
        print(json.dumps(call(json.loads(line))))


if __name__ == "__main__":
    main()
