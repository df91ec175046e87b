package monkey

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf16"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/corpus"
)

// File is a file as people have them, by what a person calls it.
type File struct {
	Called string
	Name   string // with which it reaches the page
	Data   []byte
}

// OwnFile is what the files event calls the last export of the page itself.
const OwnFile = "the last export"

// FileNames are what the files are called that may arrive.
func FileNames() []string {
	names := []string{OwnFile, OwnFile}
	for _, f := range AllFiles() {
		names = append(names, f.Called)
	}
	return names
}

// AllFiles are the files that may arrive: own ones, broken ones, texts in odd
// encodings, what other tools write, and what is no text at all.
var AllFiles = sync.OnceValue(func() []File {
	return slices.Concat(ownFiles(), textFiles(), foreignFiles())
})

const sample = "The minister said on Friday that troops would leave Ankara before the talks.\nMarkets fell; analysts were divided.\n\nLa ministre a déclaré que l’Ukraine n’était pas concernée."

// ownFiles are exports, whole and broken.
func ownFiles() []File {
	pupil, other := export("Pupil", 1), export("Pupil", 2)
	return []File{
		{"an export", "pupil.json", pupil},
		{"another export", "pupil (1).json", other},
		{"an export named as a text", "pupil.txt", pupil},
		{"an export in UTF-16", "pupil16.json", inUTF16(string(pupil), true)},
		{"an export that is cut off", "half.json", pupil[:len(pupil)/2]},
		{"an export with other offsets", "shifted.json", bytes.Replace(pupil, []byte(`"start": `), []byte(`"start": 1`), 1)},
		{"an export with another text", "retold.json", bytes.Replace(pupil, []byte("minister"), []byte("ministry"), 1)},
		{"an export of a newer version", "newer.json", bytes.Replace(pupil, []byte(`"version": `), []byte(`"version": 9`), 1)},
		{"an export with an odd field", "odd.json", bytes.Replace(pupil, []byte(`"documents"`), []byte(`"__proto__": {}, "documents"`), 1)},
	}
}

// export writes the work of somebody who has marked n words of the sample.
func export(name string, n int) []byte {
	doc, err := corpus.NewDocument("sample", corpus.Details{Title: "A sample", Language: "en"}, sample)
	must(err)
	p, err := annotations.NewProject(annotations.DefaultScheme())
	must(err)
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	edits := []annotations.Edit{
		annotations.AddDocument{Document: doc, At: -1},
		annotations.ChangeAnnotator{Annotator: annotations.Annotator{ID: p.Annotators()[0].ID, Name: name}},
	}
	for i, word := range strings.Fields(sample)[1 : 1+n] {
		start := strings.Index(sample, word)
		edits = append(edits, annotations.AddSpan{Document: doc.ID, Annotator: p.Annotators()[0].ID, Span: annotations.Span{
			ID: fmt.Sprint("span-", i), Label: p.Scheme().Labels[0].ID, Ranges: []annotations.Range{{Start: start, End: start + len(word)}},
			Origin: annotations.FromPerson, Created: at, Modified: at,
		}})
	}
	for _, e := range edits {
		p, _, err = e.Apply(p)
		must(err)
	}
	data, err := spanwise.Write(p, nil)
	must(err)
	return data
}

// textFiles are texts, as they come.
func textFiles() []File {
	return []File{
		{"a text", "text.txt", []byte(sample)},
		{"a text with front matter", "matter.md", []byte("---\ntitle: A title\noutlet: An outlet\nlanguage: en\npublished: 2023-04-25\n---\n\n" + sample)},
		{"a text with bad front matter", "bad.md", []byte("---\ntitle: A title\nno colon\n---\n\n" + sample)},
		{"a text in Windows-1252", "latin.txt", []byte("Caf\xe9 Zo\xeb, na\xefve \x93quoted\x94 \x96 \x80 5")},
		{"a text in UTF-16", "wide.txt", inUTF16(sample, true)},
		{"a text in big-endian UTF-16", "wideb.txt", inUTF16(sample, false)},
		{"a text with a byte order mark", "bom.txt", []byte("\ufeff" + sample)},
		{"a text with a broken character", "broken.txt", []byte("Half a \xe2\x82 euro, and \xff more.\n" + sample)},
		{"a text with NUL", "nul.txt", []byte("One\x00two\x00three " + sample)},
		{"a text with odd line ends", "ends.txt", []byte("one\r\ntwo\rthree\u2028four\u2029five\u0085six\v seven\fend")},
		{"an empty file", "empty.txt", nil},
		{"a file of blanks", "blank.txt", []byte(" \n\t\n\u00a0\n")},
		{"one long line", "line.txt", []byte(strings.Repeat("a word after another, and ", 2000))},
		{"one long word", "word.txt", []byte(strings.Repeat("unending", 1500))},
		{"many lines", "lines.txt", []byte(strings.Repeat("A line of its own.\n", 1500))},
		{"a text in Arabic", "عربي.txt", []byte("قال الوزير يوم الجمعة إن القوات ستغادر أنقرة 25 أبريل.\nشرح ABC جديد.")},
		{"a text in Hebrew and English", "he.txt", []byte("השר אמר (Friday) שהכוחות יעזבו 12.\nEnglish עברית English")},
		{"a text in Chinese", "zh.txt", []byte("部长星期五说，部队将在会谈前离开安卡拉。\n市场下跌。")},
		{"a text in Thai", "th.txt", []byte("รัฐมนตรีกล่าวเมื่อวันศุกร์ว่ากองทัพจะออกจากอังการา")},
		{"a text of emoji", "emoji.txt", []byte("👩‍👩‍👧‍👦🏳️‍🌈🇹🇷🇺🇦 e\u0301\u0302\u0303 a\u200bb क्षि ﷽ 𝔘𝔫𝔦 👍🏽")},
		{"a text with markup", "markup.txt", []byte("<script>alert(1)</script><img src=x onerror=alert(2)>&amp;<b>bold</b>")},
		{"a name with a direction override", "\u202etxt.exe", []byte(sample)},
		{"a very long name", strings.Repeat("name ", 40) + ".txt", []byte(sample)},
	}
}

// foreignFiles are what other tools write, and what is no text.
func foreignFiles() []File {
	return []File{
		{"a Label Studio export", "ls.json", []byte(`[{"id": 1, "data": {"text": "Ankara said."}, "annotations": [{"result": [{"value": {"start": 0, "end": 6, "labels": ["Actor"]}, "from_name": "label", "to_name": "text", "type": "labels"}]}]}]`)},
		{"a JSONL file", "doccano.jsonl", []byte("{\"id\": 1, \"text\": \"Ankara said.\", \"label\": [[0, 6, \"Actor\"]]}\n{\"id\": 2, \"text\": \"Moscow.\", \"label\": []}\n")},
		{"a brat file", "doc.ann", []byte("T1\tActor 0 6\tAnkara\nR1\tSays Arg1:T1 Arg2:T1\n")},
		{"a CoNLL file", "doc.conll", []byte("Ankara B-Actor\nsaid O\n. O\n")},
		{"a CSV file", "table.csv", []byte("\"text\",\"label\"\n\"=1+1\",\"Actor\"\n\"Ankara\",\"Actor\"\n")},
		{"a web page", "page.html", []byte("<!doctype html><html><head><title>News</title><script>fetch('https://example.org/')</script></head><body><h1>News</h1><p>Ankara said.</p></body></html>")},
		{"a JSON file of something else", "package.json", []byte(`{"name": "else", "version": "1.0.0"}`)},
		{"a deep JSON file", "deep.json", []byte(strings.Repeat("[", 20000) + strings.Repeat("]", 20000))},
		{"a PDF", "paper.pdf", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF")},
		{"a picture", "picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")},
		{"a picture named as a text", "picture.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")},
		{"a Word document", "letter.docx", []byte("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml\x00\x00")},
		{"a program", "program.exe", append([]byte("MZ\x90\x00\x03"), bytes.Repeat([]byte{0, 255, 7, 200}, 500)...)},
	}
}

// inUTF16 encodes a text with a byte order mark.
func inUTF16(text string, little bool) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		low, high := byte(unit), byte(unit>>8)
		if little {
			data = append(data, low, high)
		} else {
			data = append(data, high, low)
		}
	}
	return data
}

func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("monkey: a sample file: %v", err))
	}
}
