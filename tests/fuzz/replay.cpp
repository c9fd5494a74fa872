// SPDX-License-Identifier: MIT
// Runs a target once for each file of a folder and for an empty input, with any compiler.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::filesystem::path& file) {
    std::printf("%s\n", file.filename().string().c_str());  // before it runs, so that after a crash the last line names the file
    std::fflush(stdout);
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    bytes.shrink_to_fit();
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: fuzz-TARGET FOLDER|FILE\n", stderr);
        return 2;
    }
    LLVMFuzzerTestOneInput(nullptr, 0);
    const std::filesystem::path path = arguments[1];
    std::size_t files = 0;
    if (std::filesystem::is_directory(path)) {
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            replay(entry.path());
            ++files;
        }
    } else {
        replay(path);
        ++files;
    }
    std::printf("%zu inputs\n", files);
    return files == 0 ? 1 : 0;
}
