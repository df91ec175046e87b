// Package charset finds out in which encoding a text was written that is not valid UTF-8 or UTF-16.
//
// It decodes nothing but UTF-16 itself: the tables of the old encodings are the browser's, which hands them in as a
// [Decode]. [Guess] has a part of the file decoded in every encoding that is in use and asks of each reading how much it
// is like what people write: letters where letters belong, the common ones more often than the rare ones, capitals at the
// start of words, one script within a word. It says what fits, the likeliest first; a person chooses.
package charset

import (
	"strings"
	"unicode/utf8"
)

// Encoding is an encoding by the label under which browsers know it (WHATWG Encoding Standard, section 4.2), and the
// name that people know.
type Encoding struct{ Label, Name string }

// UTF8 is the encoding in which a text is read as it is, with what cannot be read replaced.
const UTF8 = "utf-8"

// Encodings are all that are offered. Where several read a file as the same text the first of them stands for all.
var Encodings = []Encoding{
	{UTF8, "UTF-8"},
	{"utf-16le", "UTF-16 (little-endian)"},
	{"utf-16be", "UTF-16 (big-endian)"},
	{"windows-1252", "Western European (Windows-1252)"},
	{"windows-1250", "Central European (Windows-1250)"},
	{"windows-1251", "Cyrillic (Windows-1251)"},
	{"windows-1253", "Greek (Windows-1253)"},
	{"windows-1254", "Turkish (Windows-1254)"},
	{"windows-1255", "Hebrew (Windows-1255)"},
	{"windows-1256", "Arabic (Windows-1256)"},
	{"windows-1257", "Baltic (Windows-1257)"},
	{"windows-1258", "Vietnamese (Windows-1258)"},
	{"windows-874", "Thai (Windows-874)"},
	{"shift_jis", "Japanese (Shift-JIS)"},
	{"euc-jp", "Japanese (EUC-JP)"},
	{"iso-2022-jp", "Japanese (ISO-2022-JP)"},
	{"gb18030", "Chinese, simplified (GB18030, GBK)"},
	{"big5", "Chinese, traditional (Big5)"},
	{"euc-kr", "Korean (EUC-KR)"},
	{"koi8-r", "Cyrillic (KOI8-R)"},
	{"koi8-u", "Cyrillic (KOI8-U)"},
	{"ibm866", "Cyrillic (IBM-866, DOS)"},
	{"macintosh", "Western European (Mac Roman)"},
	{"x-mac-cyrillic", "Cyrillic (Mac)"},
	{"iso-8859-2", "Central European (ISO-8859-2)"},
	{"iso-8859-3", "South European (ISO-8859-3)"},
	{"iso-8859-4", "Baltic (ISO-8859-4)"},
	{"iso-8859-5", "Cyrillic (ISO-8859-5)"},
	{"iso-8859-6", "Arabic (ISO-8859-6)"},
	{"iso-8859-7", "Greek (ISO-8859-7)"},
	{"iso-8859-8", "Hebrew (ISO-8859-8)"},
	{"iso-8859-10", "Nordic (ISO-8859-10)"},
	{"iso-8859-13", "Baltic (ISO-8859-13)"},
	{"iso-8859-14", "Celtic (ISO-8859-14)"},
	{"iso-8859-15", "Western European (ISO-8859-15)"},
	{"iso-8859-16", "Romanian (ISO-8859-16)"},
}

// Name is what people call the encoding of a label.
func Name(label string) string {
	for _, e := range Encodings {
		if e.Label == label {
			return e.Name
		}
	}
	return label
}

// Decode reads bytes in the encoding of a label. What is no character in it becomes U+FFFD.
type Decode func(label string, data []byte) string

// Known reports whether it is certain in which encoding the bytes of a text are: valid UTF-8, or valid UTF-16 that says
// so by a byte order mark.
func Known(data []byte) bool {
	if order := marked(data); order != nil {
		return utf8.ValidString(FromUTF16(data, order))
	}
	return utf8.Valid(data) && UTF16(data) == nil && !shifts(data)
}

// shifts reports whether a text switches between sets of characters, as ISO-2022-JP does in plain ASCII.
func shifts(data []byte) bool {
	text := string(data[:min(len(data), sampleSize)])
	return strings.Contains(text, "\x1b$B") || strings.Contains(text, "\x1b$@")
}
