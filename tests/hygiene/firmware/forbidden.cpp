// SPDX-License-Identifier: MIT
// Uses everything that must not be in a firmware image. Linked, never run: the check of the images must find each thing here.
#include <cstdlib>
#include <iostream>
#include <string>

namespace {

struct base {
    virtual ~base() = default;
};
struct derived : base {
    std::string text;
};

std::string& guarded() {
    static std::string text(std::size_t(rand()), 'x');
    return text;
}

double ratio(int a, int b) { return static_cast<double>(a) / b; }

}  // namespace

int main(int count, char**) {
    base* object = new derived;
    if (auto* found = dynamic_cast<derived*>(object)) found->text.append(guarded().at(std::size_t(count)), 'x');
    std::cout << ratio(count, rand());
    delete object;
    if (count > 1) throw std::string("thrown");
    return 0;
}
