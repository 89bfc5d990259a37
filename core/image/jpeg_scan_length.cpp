// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/jpeg_scan_length.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

namespace blurig {
namespace {

// Everything that lives across libjpeg's longjmp, so that no frame that it skips owns anything.
struct Recoder {
    explicit Recoder(const PictureSource& from)
        : source(from) {}
    Recoder(const Recoder&) = delete;
    Recoder& operator=(const Recoder&) = delete;
    ~Recoder() {
        jpeg_destroy_compress(&out);
        jpeg_destroy_decompress(&in);
        std::free(bytes);
    }

    const PictureSource& source;
    jpeg_error_mgr errors{};
    jpeg_decompress_struct in{};
    jpeg_compress_struct out{};
    std::jmp_buf onError{};
    unsigned char* bytes = nullptr; // by malloc
    unsigned long size = 0;
};

[[noreturn]] void giveUp(j_common_ptr jpeg) {
    std::longjmp(static_cast<Recoder*>(jpeg->client_data)->onError, 1);
}

void onMessage(j_common_ptr, int) {} // the decoder has judged them

void copyTables(JHUFF_TBL* const (&from)[NUM_HUFF_TBLS], JHUFF_TBL* (&to)[NUM_HUFF_TBLS], j_compress_ptr out) {
    for (int table = 0; table < NUM_HUFF_TBLS; ++table) {
        if (from[table] == nullptr)
            continue;
        if (to[table] == nullptr)
            to[table] = jpeg_alloc_huff_table(reinterpret_cast<j_common_ptr>(out));
        *to[table] = *from[table];
        to[table]->sent_table = FALSE;
    }
}

void recode(Recoder& recoder) {
    jpeg_create_decompress(&recoder.in);
    jpeg_create_compress(&recoder.out);
    jpeg_mem_src(&recoder.in, recoder.source.data(), static_cast<unsigned long>(recoder.source.size()));
    jpeg_mem_dest(&recoder.out, &recoder.bytes, &recoder.size);
    jpeg_read_header(&recoder.in, TRUE);
    jvirt_barray_ptr* coefficients = jpeg_read_coefficients(&recoder.in);
    jpeg_copy_critical_parameters(&recoder.in, &recoder.out);
    copyTables(recoder.in.dc_huff_tbl_ptrs, recoder.out.dc_huff_tbl_ptrs, &recoder.out);
    copyTables(recoder.in.ac_huff_tbl_ptrs, recoder.out.ac_huff_tbl_ptrs, &recoder.out);
    for (int component = 0; component < recoder.in.num_components; ++component) {
        recoder.out.comp_info[component].dc_tbl_no = recoder.in.comp_info[component].dc_tbl_no;
        recoder.out.comp_info[component].ac_tbl_no = recoder.in.comp_info[component].ac_tbl_no;
    }
    recoder.out.restart_interval = recoder.in.restart_interval;
    jpeg_write_coefficients(&recoder.out, coefficients);
    jpeg_finish_compress(&recoder.out);
}

bool succeeds(Recoder& recoder) {
    if (setjmp(recoder.onError) != 0)
        return false;
    recode(recoder);
    return true;
}

// The data of the one scan of a file that libjpeg wrote; empty where there is none.
std::span<const std::uint8_t> scanOf(std::span<const std::uint8_t> jpeg) {
    constexpr std::uint8_t startOfScan = 0xDA;
    for (std::size_t at = 2; at + 4 <= jpeg.size();) {
        const std::size_t next = at + 2 + (std::size_t{jpeg[at + 2]} << 8 | jpeg[at + 3]);
        if (jpeg[at + 1] == startOfScan && next + 2 <= jpeg.size())
            return jpeg.subspan(next, jpeg.size() - next - 2); // without the end mark
        at = next;
    }
    return {};
}

} // namespace

std::optional<std::size_t> jpegScanLength(const PictureSource& source, std::size_t start) {
    Recoder recoder(source);
    recoder.in.err = recoder.out.err = jpeg_std_error(&recoder.errors);
    recoder.in.client_data = recoder.out.client_data = &recoder;
    recoder.errors.error_exit = giveUp;
    recoder.errors.emit_message = onMessage;
    if (!succeeds(recoder))
        return std::nullopt;
    const std::span<const std::uint8_t> scan = scanOf({recoder.bytes, recoder.size});
    const bool same = !scan.empty() && start + scan.size() <= source.size() &&
                      std::equal(scan.begin(), scan.end(), source.data() + start);
    return same ? std::optional(scan.size()) : std::nullopt;
}

} // namespace blurig
