// SPDX-License-Identifier: MIT
#include "any_struct_in.hpp"

support::all_structs support::structs_in_owning() { return structs_in<tc3::owning>("owning"); }
