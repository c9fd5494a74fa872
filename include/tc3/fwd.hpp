// SPDX-License-Identifier: MIT
// Forward declarations, for headers that only name the types of tc3. Those of eKYC are in faceid/fwd.hpp.
#pragma once

#include <tc3/config.hpp>

#include <cstdint>

namespace tc3::inline TC3_NAMESPACE {

enum class errc : std::uint8_t;
struct error;
template <class T, class E>
class result;

class secret;
class literal;
class binary;
struct unix_time;
class utc_date;

struct credential;
struct credential_view;
struct client_profile;
struct client_profile_view;

struct action;
struct request_options;
struct request_content;
class prepared_request;

class workspace;
struct owning;
struct borrowed;
template <class Storage>
struct basic_failure;
template <class Storage>
struct basic_envelope;

namespace http {
enum class method : std::uint8_t;
struct header;
struct request_view;
class request;
struct response;
}  // namespace http

}  // namespace tc3::inline TC3_NAMESPACE
