package sniff

import (
	"bytes"
	"encoding/binary"
	"strings"
)

func isPDF(s *Sample) Certainty {
	return when(strings.HasPrefix(strings.TrimLeft(s.text, " \t\r\n\x00"), "%PDF-") && bytes.Contains(s.data, []byte("obj")), Certain)
}

func isOLE(s *Sample) Certainty { return s.starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") }

func isParquet(s *Sample) Certainty {
	return when(bytes.HasPrefix(s.data, []byte("PAR1")) && bytes.HasSuffix(s.data, []byte("PAR1")), Certain)
}

func isGZIP(s *Sample) Certainty { return s.starts("\x1f\x8b\x08") }

func isArchive(s *Sample) Certainty {
	if len(s.data) > 262 && string(s.data[257:262]) == "ustar" {
		return Certain
	}
	return s.starts("7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "\xfd7zXZ\x00", "\x28\xb5\x2f\xfd",
		"BZh11AY&SY", "BZh61AY&SY", "BZh91AY&SY")
}

func isImage(s *Sample) Certainty {
	if bytes.HasPrefix(s.data, []byte("BM")) && len(s.data) > 26 && int64(binary.LittleEndian.Uint32(s.data[2:])) == int64(len(s.data)) {
		return Certain
	}
	if riff(s.data) == "WEBP" || brand(s.data, "heic", "heix", "mif1", "avif") {
		return Certain
	}
	return s.starts("\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "\x00\x00\x01\x00", "8BPS\x00\x01")
}

func isMedia(s *Sample) Certainty {
	if kind := riff(s.data); kind == "WAVE" || kind == "AVI " || brand(s.data) {
		return Certain
	}
	return s.starts("ID3\x02", "ID3\x03", "ID3\x04", "OggS\x00", "fLaC\x00", "\x1a\x45\xdf\xa3", "\xff\xfb\x90", "\xff\xf3\x90")
}

// riff gives what a RIFF file holds.
func riff(data []byte) string {
	if len(data) < 12 || !bytes.HasPrefix(data, []byte("RIFF")) {
		return ""
	}
	return string(data[8:12])
}

// brand reports whether a file is of ISO's base media format, of one of the brands where any are given.
func brand(data []byte, brands ...string) bool {
	if len(data) < 12 || data[0] != 0 || string(data[4:8]) != "ftyp" {
		return false
	}
	for _, b := range brands {
		if string(data[8:12]) == b {
			return true
		}
	}
	return len(brands) == 0
}

func isProgram(s *Sample) Certainty {
	if bytes.HasPrefix(s.data, []byte("MZ")) && isData(s) == Certain {
		return Certain
	}
	return s.starts("\x00asm", "\x7fELF", "\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe", "dex\n03")
}

func isDatabase(s *Sample) Certainty { return s.starts("SQLite format 3\x00") }

// isDocBin knows what zlib has compressed (RFC 1950, section 2.2): its two bytes could be a text's, but not what
// follows. That spaCy wrote it the compressed bytes do not say.
func isDocBin(s *Sample) Certainty {
	if len(s.data) < 8 || s.data[0] != 0x78 || binary.BigEndian.Uint16(s.data)%31 != 0 {
		return No
	}
	return isData(s)
}

// isData knows what can be no text in any encoding: bytes 0 that are not UTF-16's, and control characters beyond the
// few that texts have.
func isData(s *Sample) Certainty {
	if s.wide {
		return No
	}
	controls := 0
	for _, c := range []byte(s.text) {
		switch {
		case c == 0:
			return Certain
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b\x1a", rune(c)), c == 0x7f:
			controls++
		}
	}
	return when(controls > 2 && controls > len(s.text)/100, Certain)
}
