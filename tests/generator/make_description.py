# SPDX-License-Identifier: MIT
"""Makes the description of an invented product, a lending library, with everything that descriptions of real products have.

It has each type of field and lists of each, structs in inputs and outputs, structs that hold themselves and each other, names that C++ or a
host has taken, and texts that could break comments.
"""

TEXTS = ["string", "datetime", "datetime_iso", "date", "timestamp_iso"]
NUMBERS = ["int", "integer", "int64", "uint", "uint64"]
SCALARS = [*TEXTS, *NUMBERS, "float", "bool", "boolean"]
TYPES = {**dict.fromkeys(NUMBERS, "int"), "float": "float", "bool": "bool", "boolean": "bool"}

# Names that C++ or a host has taken, and difficult spellings, each with its name in C++.
ODD_NAMES = {
    "Default": "default_",
    "New": "new_",
    "Operator": "operator_",
    "Switch": "switch_",
    "Template": "template_",
    "And": "and_",
    "Class": "class_",
    "Union": "union_",
    "Register": "register_",
    "Errno": "errno_",
    "Small": "small_",
    "Pascal": "pascal_",
    "InstanceIDs": "instance_ids",
    "VideoURLs": "video_urls",
    "IPv6Cidr": "ipv6_cidr",
    "DDoSLevel": "ddos_level",
    "K8sApi": "k8s_api",
    "MySQLPort": "mysql_port",
    "I18nText": "i18n_text",
    "Code4xx": "code4xx",
    "Md5sum": "md5sum",
    "H264Profile": "h264_profile",
    "HTTPSPort": "https_port",
    "3DModel": "n3_d_model",
    "Wire_Name": "wire_name",
    "Self": "self",
    "Storage": "storage",
    "Std": "std",
    "BasicOddity": "basic_oddity",
}

BREAKING_TEXTS = [
    "Ends in a backslash \\",
    "Ends in what once was a backslash ??/",
    "Tags <p>one</p><br/>two, <a href=\"https://example.com\">a link</a>, a &lt;sign&gt; and 3 < 4",
    "A list:\n- `first`\n- **second**\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "Closes */ and opens /* what is not open; // too",
    "Turns \u202eround\u202c, jumps\u2028on, is \u200bempty\x07 and \ud83d alone",
    "书名，不超过一百个字符。" * 30,
    "路径以反斜杠\\、或者C:\\结尾\\",
    "word " * 400,
    "w" * 500,
    "",
]


def member(name, kind, member="", **more):
    return {"disabled": False, "document": f"The {name}.", "example": "", "member": member or kind, "name": name, "type": kind, **more}


def scalar(name, kind, **more):
    return member(name, TYPES.get(kind, "string"), kind, **more)


def one_of_each(**more):
    """Returns a field of each scalar type, and a list of each."""
    fields = [scalar(f"One{kind.title().replace('_', '')}", kind, **more) for kind in SCALARS]
    return fields + [member(f"Some{kind.title().replace('_', '')}", "list", kind, **more) for kind in SCALARS]


def struct(*members, usage="both", document="A struct."):
    return {"document": document, "members": list(members), "usage": usage}


def message(*members):
    return {"document": "", "members": list(members), "type": "object"}


def action(name, title, document, status="online"):
    return {"document": document, "input": f"{name}Request", "name": title, "output": f"{name}Response", "status": status}


def make():
    request_id = scalar("RequestId", "string", output_required=True, value_allowed_null=False)
    objects = {
        "Everything": struct(*one_of_each(required=False), member("Shelf", "object", "Shelf", required=False)),
        "Shelf": struct(scalar("Label", "string", required=True), scalar("Width", "int64", required=True), member("Books", "list", "Book")),
        "Book": struct(scalar("Title", "string"), member("Sequel", "object", "Book"), member("Related", "list", "Book")),
        "Author": struct(scalar("Name", "string"), member("Works", "list", "Work")),
        "Work": struct(scalar("Name", "string"), member("Authors", "list", "Author"), member("Origin", "object", "Work")),
        "Oddity": struct(*[scalar(name, "string", required=False) for name in ODD_NAMES], member("Own", "list", "Oddity")),
        "BasicsHolder": struct(scalar("BasicShelf", "int64"), member("Shelf", "object", "Shelf")),
        "Troubled": struct(*[{**scalar(f"Trouble{i}", "string"), "document": text} for i, text in enumerate(BREAKING_TEXTS)],
                           document=BREAKING_TEXTS[0]),
        "Scan": struct(
            scalar("Kind", "string", required=True), member("Files", "list", "string", required=True), member("Images", "list", "string", required=False)
        ),
        "Nothing": struct(),
        "Service": struct(scalar("Host", "string")),
        "Std": struct(scalar("Count", "uint64")),
        "Aux": struct(scalar("Count", "uint64")),
        "Unused": struct(scalar("Never", "of a type that nobody knows")),
        "LendBookRequest": message(
            scalar("Reader", "string", required=True),
            scalar("Days", "int64", required=True),
            scalar("Note", "string", required=False),
            member("Cover", "binary", required=False),
            {**scalar("Old", "string", required=False), "disabled": True},
            member("Shelf", "object", "Shelf", required=False),
            member("Everything", "object", "Everything", required=False),
        ),
        "LendBookResponse": message(
            member("Everything", "object", "Everything", output_required=True),
            member("Authors", "list", "Author", required=True),
            member("Nothing", "object", "Nothing"),
            member("Oddities", "list", "Oddity"),
            member("Holder", "object", "BasicsHolder"),
            member("Service", "object", "Service"),
            member("Std", "list", "Std"),
            member("Aux", "list", "Aux"),
            member("Troubled", "object", "Troubled"),
            request_id,
        ),
        "CountBooksRequest": message(),
        "CountBooksResponse": message(scalar("Total", "uint64"), request_id),
        "BurnBookRequest": message(scalar("Reason", "string", required=True)),
        "BurnBookResponse": message(request_id),
        "SellBookRequest": message(scalar("Price", "float", required=True)),
        "SellBookResponse": message(request_id),
        "ScanBooksRequest": message(member("Scans", "list", "Scan", required=True)),
        "ScanBooksResponse": message(request_id),
        "ModifyLibraryRequest": message(scalar("LibraryId", "string", required=True), member("Keepers", "list", "string", required=False)),
        "ModifyLibraryResponse": message(request_id),
    }
    actions = {
        "LendBook": action("LendBook", "Lends a book", "Lends one book to a reader.\n\n* Not on Sundays \\\n* Not twice"),
        "CountBooks": action("CountBooks", "CountBooks", ""),
        "BurnBook": action("BurnBook", "Burns a book", "This API is used to be no more.", "offline"),
        "SellBook": action("SellBook", "ISBN needed: sells a book", "Sells one.", "deprecated"),
        "ScanBooks": action("ScanBooks", "Scans books", "Scans files or images."),
        "ModifyLibrary": action("ModifyLibrary", "Changes the library", ""),
    }
    metadata = {"apiVersion": "2031-05-06", "api_brief": "", "serviceNameCN": "图书馆", "serviceShortName": "library"}
    return {"actions": actions, "metadata": metadata, "objects": objects, "version": "1.0"}
