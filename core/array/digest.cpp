// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/array/digest.h"

#include <array>
#include <new>
#include <openssl/evp.h>

namespace blurig {

// With a built-in algorithm and memory of our own, only lack of memory makes any of this fail.
struct Sha256::Context {
    EVP_MD_CTX* state = EVP_MD_CTX_new();

    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { EVP_MD_CTX_free(state); }
};

Sha256::Sha256()
    : m_context(std::make_shared<Context>()) {
    if (!m_context->state || EVP_DigestInit_ex(m_context->state, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

void Sha256::add(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(m_context->state, bytes.data(), bytes.size()) != 1)
        throw std::bad_alloc();
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_DigestFinal_ex(m_context->state, digest.data(), &length) != 1)
        throw std::bad_alloc();
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * length);
    for (unsigned int i = 0; i < length; ++i) {
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 15];
    }
    return hex;
}

std::string sha256Hex(std::span<const std::byte> bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

} // namespace blurig
