# SPDX-License-Identifier: MIT
"""What every SDK has to do against the service. Each behaviour returns what was seen, and fails by an assertion."""

import socket
import time

from service import SECRET_ID, SECRET_KEY, TEMPORARY_ID, TEMPORARY_KEY, TOKEN

TC3 = "TC3-HMAC-SHA256"


class NotPossible(Exception):
    """Why an SDK or this machine cannot do it."""


class Caller:
    """Makes calls with one SDK to one service."""

    def __init__(self, sdk, service):
        self.sdk = sdk
        self.service = service

    def call(self, action, parameters=None, proxy="", **changes):
        job = {
            "service": "faceid", "version": "2018-03-01", "action": action, "parameters": parameters or {}, "is_generic": False,
            "endpoint": f"127.0.0.1:{self.service.port}", "scheme": self.service.scheme, "method": "POST", "sign_method": TC3,
            "secret_id": SECRET_ID, "secret_key": SECRET_KEY, "token": "", "region": "ap-singapore",
            "ca_file": self.service.ca_file, "retries": 0, **changes,
        }
        reply = self.sdk.call(job, proxy)
        if "unsupported" in reply:
            raise NotPossible(reply["unsupported"])
        if "error" in reply:
            raise_if_impossible(reply["error"], job["endpoint"], proxy)
        return reply

    def output_of(self, *arguments, **changes):
        reply = self.call(*arguments, **changes)
        assert "output" in reply, in_words(reply)
        return reply["output"]

    def error_of(self, *arguments, **changes):
        reply = self.call(*arguments, **changes)
        assert "error" in reply, f"no error: {reply}"
        return reply["error"]


def raise_if_impossible(error, endpoint, proxy):
    host = endpoint.partition(":")[0]
    if error["code"] == "ClientError" and "is not valid" in error["message"]:
        raise NotPossible(f"the SDK rejects the endpoint {host}:PORT")
    if host and not proxy and not resolves(host):
        raise NotPossible(f"nothing resolves {host} on this machine")


def resolves(host):
    try:
        socket.getaddrinfo(host, None)
    except OSError:
        return False
    return True


def in_words(reply):
    error = reply["error"]
    return f"{error['code'] or 'no code'}: {error['message']}"


# --- eKYC over hosts, methods and TLS --------------------------------------------------------------------------------


def verify(caller, **changes):
    """Applies for a token and gets the result, and returns what the service logged about it."""
    token = caller.output_of("ApplyLivenessToken", {"SecureLevel": "4"}, **changes)["SdkToken"]
    assert token, "no SdkToken"
    output = caller.output_of("GetLivenessResult", {"SdkToken": token}, **changes)
    assert output["Result"] == "0", output
    return caller.service.requests()[-1].get("deviation", "as the service wants it")


def at_address(caller):
    return verify(caller)


def at_localhost(caller):
    return verify(caller, endpoint=f"localhost:{caller.service.port}")


def at_faceid_localhost(caller):
    return verify(caller, endpoint=f"faceid.localhost:{caller.service.port}")


def at_faceid_localhost_by_proxy(caller):
    return verify(caller, endpoint=f"faceid.localhost:{caller.service.port}", proxy=caller.service.proxy)


def at_international_host(caller):
    return verify(caller, endpoint="faceid.intl.tencentcloudapi.com", proxy=caller.service.proxy)


def at_regional_host(caller):
    return verify(caller, endpoint="faceid.ap-singapore.tencentcloudapi.com", proxy=caller.service.proxy)


def at_default_host(caller):
    return verify(caller, endpoint="", proxy=caller.service.proxy)


def by_get(caller):
    return verify(caller, method="GET")


# --- signatures and credentials --------------------------------------------------------------------------------------


def reject_version_1(caller, sign_method, method):
    error = caller.error_of("ApplyLivenessToken", sign_method=sign_method, method=method)
    assert error["code"].startswith("AuthFailure"), error
    assert "version 1" in error["message"], error
    return in_words({"error": error})


def sha_1_signature(caller):
    return reject_version_1(caller, "HmacSHA1", "POST")


def sha_256_signature(caller):
    return reject_version_1(caller, "HmacSHA256", "GET")


def wrong_key(caller):
    error = caller.error_of("ApplyLivenessToken", secret_key="W" + SECRET_KEY[1:])
    assert error["code"] == "AuthFailure.SignatureFailure", error
    assert "no change that is known explains it" in error["message"], error
    return in_words({"error": error})


def key_with_a_blank(caller):
    error = caller.error_of("ApplyLivenessToken", secret_key=SECRET_KEY + " ")
    if error["code"] == "InvalidCredential":
        raise NotPossible(f"the SDK rejects the key: {error['message']}")
    assert error["code"] == "AuthFailure.SignatureFailure", error
    assert "The secret key has blanks" in error["message"], error
    return in_words({"error": error})


def temporary_key(caller):
    return verify(caller, secret_id=TEMPORARY_ID, secret_key=TEMPORARY_KEY, token=TOKEN)


def temporary_key_without_token(caller):
    error = caller.error_of("ApplyLivenessToken", secret_id=TEMPORARY_ID, secret_key=TEMPORARY_KEY)
    assert error["code"] == "AuthFailure.SecretIdNotFound", error
    assert "Temporary keys were used without their token" in error["message"], error
    return in_words({"error": error})


# --- errors and retries ----------------------------------------------------------------------------------------------


def invalid_value(caller):
    error = caller.error_of("GetLivenessResult", {"SdkToken": "no such token"})
    assert error["code"].startswith("InvalidParameterValue"), error
    return in_words({"error": error})


def unknown_parameter(caller):
    error = caller.error_of("ApplyLivenessToken", {"Colour": "red"}, is_generic=True)
    assert error["code"] == "UnknownParameter", error
    return in_words({"error": error})


def with_a_fault(caller, scenario, **changes):
    """Calls once under a scenario. Returns the reply, and what the SDK made of it: how often it asked, and what it reports."""
    before = len(caller.service.requests())
    with caller.service.scenario(scenario):
        reply = caller.call("ApplyLivenessToken", **changes)
    count = len(caller.service.requests()) - before
    asked = "asked once" if count == 1 else f"asked {count} times"
    return reply, f"{asked}, then {in_words(reply) if 'error' in reply else 'a token'}"


def once(**fault):
    return {"rules": [{"action": "ApplyLivenessToken", "times": 1, **fault}]}


def limit_exceeded(caller):
    reply, seen = with_a_fault(caller, once(error="RequestLimitExceeded"), retries=2)
    assert "output" in reply or reply["error"]["code"] == "RequestLimitExceeded", reply
    return seen


def lost_response(caller):
    reply, seen = with_a_fault(caller, once(lose_response="after_effect"))
    assert "output" in reply or not reply["error"]["code"].startswith("AuthFailure"), reply
    return seen


def page_of_a_gateway(caller):
    reply, seen = with_a_fault(caller, once(status=502, html=True))
    assert "error" in reply, reply
    return seen


def wrong_clock(caller):
    reply, seen = with_a_fault(caller, {"clock_offset_seconds": 600})
    assert reply.get("error", {}).get("code") == "AuthFailure.SignatureExpire", reply
    return seen


def large_body(caller):
    began = time.monotonic()
    error = caller.error_of("GetLivenessResult", {"SdkToken": 2_000_000 * "t"})
    assert error["code"].startswith("InvalidParameterValue"), error
    return f"{error['code']} after {time.monotonic() - began:.1f} s"


# --- another product -------------------------------------------------------------------------------------------------


def cvm_output_of(caller, action, parameters=None, **changes):
    is_generic = caller.sdk.name in ("Go", "C++")  # their clients of this test have no classes of cvm
    return caller.output_of(action, parameters, service="cvm", version="2017-03-12", is_generic=is_generic, **changes)


def zones(caller):
    output = cvm_output_of(caller, "DescribeZones")
    assert output["ZoneSet"] and output["RequestId"], output
    return f"{output['TotalCount']} zones"


def instances(caller, method="POST"):
    filters = [{"Name": "instance-name", "Values": ["a b", "c+d*~%"]}]
    output = cvm_output_of(caller, "DescribeInstances", {"Filters": filters, "Limit": 1}, method=method)
    assert output["InstanceSet"][0]["InstanceId"], output
    return f"instance {output['InstanceSet'][0]['InstanceId']}"


def instances_by_get(caller):
    return instances(caller, "GET")


OVER_HTTP = {
    "verification at 127.0.0.1:PORT": at_address,
    "verification at localhost:PORT": at_localhost,
    "verification at faceid.localhost:PORT": at_faceid_localhost,
    "verification at faceid.localhost:PORT, by proxy": at_faceid_localhost_by_proxy,
    "verification at faceid.intl.tencentcloudapi.com, by proxy": at_international_host,
    "verification at faceid.ap-singapore.tencentcloudapi.com, by proxy": at_regional_host,
    "verification by GET": by_get,
    "signature of version 1, HmacSHA1": sha_1_signature,
    "signature of version 1, HmacSHA256, GET": sha_256_signature,
    "wrong key": wrong_key,
    "key with a blank": key_with_a_blank,
    "verification with a temporary key": temporary_key,
    "temporary key without its token": temporary_key_without_token,
    "invalid value": invalid_value,
    "unknown parameter": unknown_parameter,
    "RequestLimitExceeded once, up to 2 retries": limit_exceeded,
    "response lost once": lost_response,
    "HTML page with status 502 once": page_of_a_gateway,
    "clock of the service 10 minutes ahead": wrong_clock,
    "body of 2 MB": large_body,
}
WITH_CVM = {
    "cvm DescribeZones": zones,
    "cvm DescribeInstances with filters": instances,
    "cvm DescribeInstances with filters, GET": instances_by_get,
}
OVER_TLS = {
    "verification over TLS at 127.0.0.1:PORT": at_address,
    "verification over TLS at localhost:PORT": at_localhost,
    "verification over TLS at the SDK's own host, by proxy": at_default_host,
    "verification over TLS at faceid.ap-singapore.tencentcloudapi.com, by proxy": at_regional_host,
}
