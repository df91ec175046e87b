package sniff

import (
	"bytes"
	"encoding/binary"
	"strings"
)

func isZIP(s *Sample) Certainty { return s.starts("PK\x03\x04", "PK\x05\x06") }

func isDOCX(s *Sample) Certainty { return s.zipWith("word/document.xml") }

func isXLSX(s *Sample) Certainty { return s.zipWith("xl/workbook.") }

func isPPTX(s *Sample) Certainty { return s.zipWith("ppt/presentation.xml") }

// isQDPX knows a project of the REFI-QDA standard, whose programs do not agree on capitals.
func isQDPX(s *Sample) Certainty { return s.zipWith("project.qde") }

func isODT(s *Sample) Certainty { return s.typed("application/vnd.oasis.opendocument.text") }

func isODF(s *Sample) Certainty { return s.typed("application/vnd.oasis.opendocument.") }

func isEPUB(s *Sample) Certainty { return s.typed("application/epub+zip") }

// typed reports whether a ZIP archive's first entry says, uncompressed, that it is of that type (OpenDocument 1.3,
// part 2, section 3.3; EPUB OCF 3.3, section 4.3).
func (s *Sample) typed(mime string) Certainty {
	return when(isZIP(s) == Certain && bytes.Contains(s.data[:min(len(s.data), 128)], []byte("mimetype"+mime)), Certain)
}

// zipWith reports whether a ZIP archive has an entry whose name begins so.
func (s *Sample) zipWith(name string) Certainty {
	if isZIP(s) != Certain {
		return No
	}
	for entry := range zipEntries(s.data) {
		if strings.HasPrefix(strings.ToLower(entry), name) {
			return Certain
		}
	}
	return No
}

// zipEntries gives the names in an archive's central directory, or none where that is broken (APPNOTE.TXT 6.3.10, section
// 4.3.12).
func zipEntries(data []byte) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		const header, mostEntries = 46, 10_000
		end := bytes.LastIndex(data, []byte("PK\x05\x06"))
		if end < 0 || end+20 > len(data) {
			return
		}
		at := int64(binary.LittleEndian.Uint32(data[end+16:]))
		for range mostEntries {
			if at+header > int64(end) || !bytes.HasPrefix(data[at:], []byte("PK\x01\x02")) {
				return
			}
			entry := data[at:]
			name, extra, comment := binary.LittleEndian.Uint16(entry[28:]), binary.LittleEndian.Uint16(entry[30:]), binary.LittleEndian.Uint16(entry[32:])
			if header+int(name) > len(entry) || !yield(string(entry[header:header+int(name)])) {
				return
			}
			at += header + int64(name) + int64(extra) + int64(comment)
		}
	}
}
