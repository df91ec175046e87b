package sniff

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"spanwise/corpus/testinput"
)

// zipped makes an archive of entries, the first of them uncompressed.
func zipped(t testing.TB, entries ...[2]string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, e := range entries {
		header := &zip.FileHeader{Name: e[0], Method: zip.Deflate}
		if i == 0 {
			header.Method = zip.Store
		}
		part, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(e[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func deflated(t testing.TB, text string) string {
	t.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// wide writes a text as UTF-16, with its mark if it has one.
func wide(text string, order binary.AppendByteOrder) string {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return string(data)
}

const project = "{\n  \"format\": \"spanwise\",\n  \"version\": 2,\n  \"offsets\": \"code points\",\n  \"scheme\": {\"name\": \"A\", \"labels\": []},\n  \"documents\": [],\n  \"sets\": []\n}\n"

// sampleOf is a file of a kind, as its tool writes it, in small.
type sampleOf struct {
	kind       Kind
	name, data string
}

func samples(t testing.TB) []sampleOf {
	return []sampleOf{
		{Spanwise, "work.json", project},
		{Spanwise, "work.txt", "\ufeff" + project},
		{Spanwise, "work", wide("\ufeff"+project, binary.LittleEndian)},
		{Spanwise, "work.html", wide("\ufeff"+project, binary.BigEndian)},
		{Spanwise, "unmarked", wide(project, binary.LittleEndian)},
		{Spanwise, "cut.json", project[:60]},
		{Spanwise, "damaged.json", strings.Replace(project, "]", "]]", 1)},
		{Scheme, "scheme.json", `{"name": "A", "labels": [{"id": "a", "name": "A", "key": "1", "color": "#000000", "definition": ""}]}`},
		{LabelStudio, "export.json", `[{"id": 1, "data": {"text": "Talks"}, "annotations": [{"id": 7, "result": [{"type": "labels", "value": {"start": 0, "end": 5}}]}]}]`},
		{LabelStudio, "min.json", `[{"text": "Talks", "id": 1, "label": [{"start": 0, "end": 5, "labels": ["A"]}], "annotator": 1, "annotation_id": 1, "lead_time": 3.5}]`},
		{Doccano, "all.jsonl", "{\"id\": 1, \"text\": \"Talks in Moscow\", \"label\": [[0, 5, \"A\"]]}\n{\"id\": 2, \"text\": \"x\", \"label\": []}\n"},
		{Doccano, "one.json", `[{"text": "Talks", "entities": [{"id": 0, "start_offset": 0, "end_offset": 5, "label": "A"}], "relations": []}]`},
		{Doccano, "several.jsonl", "{\n \"text\": \"Talks\",\n \"entities\": [{\"start_offset\": 0}]\n}\n{\n \"text\": \"x\"\n}"},
		{Prodigy, "news.jsonl", `{"text":"Talks","_input_hash":1,"_task_hash":-1,"tokens":[{"text":"Talks","start":0,"end":5,"id":0}],"spans":[{"start":0,"end":5,"label":"A"}],"answer":"accept"}` + "\n"},
		{Prodigy, "train.json", `[{"id": 0, "paragraphs": [{"raw": "x", "sentences": [{"tokens": []}]}]}]`},
		{PubAnnotation, "doc.json", `{"text": "IRF-4 is", "denotations": [{"id": "T1", "span": {"begin": 0, "end": 5}, "obj": "Protein"}]}`},
		{Bdoc, "doc.bdocjs", `{"annotation_sets": {"": {"annotations": []}}, "text": "Talks", "features": {}, "offset_type": "p"}`},
		{CASJSON, "data.json", `{"%TYPES": {}, "%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa"}]}`},
		{WebAnnotation, "anno.json", `{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": "http://example.org/a"}`},
		{WebAnnotation, "anno.jsonld", `{"@context": ["http://www.w3.org/ns/anno.jsonld", {"x": "y"}], "type": "Annotation"}`},
		{JSON, "data.json", `{"a": [1, 2, {"b": null}], "c": "d"}`},
		{JSON, "list.json", `["", "undefined"]`},
		{JSON, "cut.json", `{"a": [1, 2, {"b": null}, `},
		{JSON, "features.json", `{"features": {"wheels": 4}, "price": 10}`},
		{JSON, "source.json", `[{"sourcedb": "PubMed", "text": "Talks"}]`},
		{JSON, "rows.json", `[{"annotation_id": 1, "label": "A"}]`},
		{JSON, "config", `{"text": "An article", "url": "https://example.org"}`},
		{JSONLines, "all.jsonl", "{\"body\": \"a\"}\n{\"body\": \"b\"}\n"},
		{DocBin, "train.spacy", deflated(t, "\x85\xa7version\xa30.1\xa5attrs\x93\x40\x41\x42")},
		{QDPX, "study.qdpx", zipped(t, [2]string{"Sources/a.txt", "x"}, [2]string{"PROJECT.QDE", "<Project/>"})},
		{DOCX, "a.docx", zipped(t, [2]string{"[Content_Types].xml", "<x/>"}, [2]string{"word/document.xml", "<x/>"})},
		{DOCX, "a.txt", zipped(t, [2]string{"[Content_Types].xml", "<x/>"}, [2]string{"word/document.xml", "<x/>"})},
		{XLSX, "a.xlsx", zipped(t, [2]string{"xl/workbook.xml", "<x/>"})},
		{PPTX, "a.pptx", zipped(t, [2]string{"ppt/presentation.xml", "<x/>"})},
		{ODT, "a.odt", "PK\x03\x04\x14\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x27\x00\x00\x00\x27\x00\x00\x00\x08\x00\x00\x00mimetypeapplication/vnd.oasis.opendocument.textPK"},
		{ODF, "a.ods", "PK\x03\x04\x14\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x27\x00\x00\x00\x27\x00\x00\x00\x08\x00\x00\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"},
		{EPUB, "a.epub", "PK\x03\x04\x14\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x14\x00\x00\x00\x14\x00\x00\x00\x08\x00\x00\x00mimetypeapplication/epub+zipPK"},
		{ZIP, "texts.zip", zipped(t, [2]string{"a.txt", "x"})},
		{ZIP, "cut.zip", zipped(t, [2]string{"word/document.xml", "x"})[:40]},
		{PDF, "paper.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n"},
		{PDF, "paper.txt", "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n"},
		{OLE, "old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00"},
		{Parquet, "train.parquet", "PAR1\x15\x04PAR1"},
		{GZIP, "a.gz", "\x1f\x8b\x08\x00\x00"},
		{Archive, "a.7z", "7z\xbc\xaf\x27\x1c\x00"},
		{Image, "a.png", "\x89PNG\r\n\x1a\n\x00"},
		{Image, "a.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF"},
		{Image, "a.webp", "RIFF\x00\x00\x00\x00WEBPVP8 "},
		{Media, "a.mp4", "\x00\x00\x00\x20ftypisom\x00"},
		{Program, "app.wasm", "\x00asm\x01\x00\x00\x00"},
		{Program, "a.exe", "MZ\x90\x00\x03\x00\x00\x00"},
		{Program, "a.txt", "\x7fELF\x02\x01\x01\x00"},
		{Database, "a.db", "SQLite format 3\x00\x10\x00"},
		{Data, "a.bin", "\x01\x02\x03ab"},
		{Data, "b.txt", "ab\x00c"},
		{XMI, "a.xmi", `<?xml version="1.0"?><xmi:XMI xmlns:cas="http:///uima/cas.ecore" xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"><cas:NULL/></xmi:XMI>`},
		{TEI, "a.xml", "<?xml version=\"1.0\"?>\n<!-- a letter -->\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/></TEI>"},
		{REFI, "Project.qde", `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"></Project>`},
		{SVG, "a.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="1"><g/></svg>`},
		{HTML, "a.html", "<!DOCTYPE html>\n<html lang=\"en\"><head><title>A</title></head><body><p>x</p></body></html>"},
		{HTML, "saved.txt", "<!-- saved from url=(0014)about:internet -->\n<HTML><HEAD>\n<TITLE>A</TITLE></HEAD>"},
		{HTML, "xhtml", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`},
		{HTML, "part.txt", "<div class=\"story\"><h1>A</h1><p>One.</p><p>Two.</p></div>"},
		{HTML, "wide.htm", wide("\ufeff<html><body><p>x</p></body></html>", binary.LittleEndian)},
		{XML, "a.xml", "<?xml version=\"1.0\"?>\n<note/>"},
		{XML, "b.txt", "<article id=\"1\"><par>One</par></article>\n"},
		{RTF, "a.rtf", `{\rtf1\ansi\deff0 {\fonttbl {\f0 Times;}} Talks}`},
		{RTF, "a.txt", `{\rtf1\ansi Talks}`},
		{MHTML, "a.mht", "From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"x\"\r\n\r\n--x\r\n"},
		{Mail, "a.eml", "Return-Path: <a@example.org>\r\nReceived: by example.org\r\n  with ESMTP\r\nFrom: A <a@example.org>\r\nTo: b@example.org\r\nSubject: Talks\r\nMessage-ID: <1@example.org>\r\n\r\nHello\r\n"},
		{WebAnnoTSV, "a.tsv", "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n#Text=This\n1-1\t0-4\tThis\t_\t\n"},
		{Brat, "a.ann", "T1\tActor 0 5\tTalks\nT2\tPlace 9 15;20 22\tMoscow it\nR1\tIn Arg1:T1 Arg2:T2\nE1\tActor:T1 Theme:T2\nA1\tNegated E1\n#1\tAnnotatorNotes T1\tx\n*\tEquiv T1 T2\nN1\tReference T1 Wikipedia:12\tx\n"},
		{Brat, "a.txt", "T1\tActor 0 5\tTalks\n"},
		{CoNLLU, "a.conllu", "# text = Sue likes\n1\tSue\tSue\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n2\tlikes\tlike\tVERB\t_\t_\t0\troot\t_\t_\n\n"},
		{CoNLL, "eng.train", "-DOCSTART- -X- O O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\nGerman JJ I-NP I-MISC\ncall NN I-NP O\n\n"},
		{CoNLL, "a.txt", "JAPAN\tB-LOC\nGET\tO\n\nNadim\tB-PER\nLadki\tI-PER\n"},
		{CoNLL, "broken.conll", "SOCCER SOCCER SOCCER\n-\tO\nJAPAN\tB-LOC\nGET\tO\nLUCKY\tO\nWIN\tO\n"},
		{CoNLL, "germeval.tsv", "#\thttp://example.org\n1\tAufgrund\tO\tO\n2\tSchartau\tB-PER\tO\n3\tsagte\tO\tO\n4\tdem\tO\tO\n"},
		{VTT, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nTalks\n"},
		{SRT, "a.srt", "1\r\n00:00:01,000 --> 00:00:04,000\r\nTalks\r\n\r\n2\r\n"},
		{SRT, "a.txt", "\ufeff1\n00:00:01,000 --> 00:00:04,000\nTalks\n"},
		{TSV, "a.tsv", "id\ttitle\ttext\n1\tTalks\tThey met, and talked.\n2\tMore\tThey met.\n"},
		{TSV, "a.txt", "id\ttext\n1\tThey met.\n2\tThey met.\n"},
		{CSV, "a.csv", "id,title,date\n1,Talks,2026-01-02\n2,\"More, and more\",2026-01-03\n"},
		{CSV, "a.txt", "\ufeffid;title;date\r\n1;Talks;2026-01-02\r\n2;More;2026-01-03\r\n"},
		{CSV, "bare.csv", "Talks in Moscow,They met.\nMore talks,They met again.\n"},
		{CSV, "multi.csv", "id,text\n1,\"One line\nand another\"\n2,\"x\"\n"},
		{CSV, "wide.txt", wide("DateTime,Bid,Ask\r\n1,2,3\r\n2,3,4\r\n", binary.LittleEndian)},
	}
}

func TestEachKindIsKnownWhateverItsName(t *testing.T) {
	for _, s := range samples(t) {
		if got := Look(s.name, []byte(s.data)); got.Kind != s.kind {
			t.Errorf("%s is taken for %v (%d), want %v: %.60q", s.name, got.Kind, got.Certainty, s.kind, s.data)
		}
	}
}

func TestEachKindIsTestedAndNamed(t *testing.T) {
	tested := map[Kind]bool{Text: true}
	for _, s := range samples(t) {
		tested[s.kind] = true
	}
	for kind := Text; kind <= Data; kind++ {
		if !tested[kind] || kind.String() == "" {
			t.Errorf("kind %d, %q, has no sample or no name", kind, kind)
		}
	}
}

// articles are plain texts that have something of another kind.
var articles = []struct{ name, why, text string }{
	{"json.txt", "it is about JSON", "What JSON is\n\nAn object begins with a brace:\n\n{\"name\": \"Ada\"}\n\nThat is all.\n"},
	{"brace.txt", "it begins with an example", "{\"name\": \"Ada\"} is what the server answers.\n\nAnd so on.\n"},
	{"update.txt", "it begins with a bracket", "[Update, 3 pm] The minister has resigned.\n\nMore follows.\n"},
	{"list.txt", "the bracket is closed on its line", "[1] See the report.\n[2] See the other one.\n"},
	{"page.txt", "it quotes a page", "How pages are made\n\n<!DOCTYPE html>\n<html><head><title>A</title></head><body><p>x</p></body></html>\n"},
	{"doctype.txt", "it begins with a tag and goes on in prose", "<!DOCTYPE html> is how every page begins. Nobody remembers why.\n"},
	{"tag.txt", "a name in angle brackets", "<Anonymous> wrote to us last week. We print the letter in full.\n"},
	{"bold.txt", "a little markup, as editors leave it", "<b>Talks in Moscow</b>\n\nThey met on Friday.\n"},
	{"pdf.txt", "it says how PDF files begin", "%PDF-1.4 is what such a file begins with, says the handbook.\n"},
	{"tabs.txt", "tabs here and there", "Talks\tin Moscow\n\nThey met\ton Friday.\n\tIndented.\nNo tab.\n"},
	{"poem.txt", "a comma in each line", "Tyger, burning bright\nIn forests, of the night\nWhat hand, or eye\nCould frame, thy symmetry\n"},
	{"commas.txt", "as many commas in each sentence", "Ankara, Moscow, Damascus met.\nParis, London, Berlin did not.\nRome, Madrid, Lisbon waited.\n"},
	{"semicolons.txt", "long cells are sentences", "They met on Friday in the capital of the country; nobody said why they had come so late.\nThey met again; nobody knew.\nThey left; all was quiet.\n"},
	{"mail.txt", "a message that was copied", "From: Ada\nTo: Charles\nSubject: Engines\nDate: Friday\n\nDear Charles,\n"},
	{"interview.txt", "each line begins with a name and a colon", "Ada: I did.\nCharles: You did?\nAda: Yes.\n"},
	{"front.md", "front matter", "---\ntitle: A\n---\n\nText.\n"},
	{"markdown.md", "a list and a table", "# A\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"},
	{"numbers.txt", "it begins with a number", "1\nThe first chapter\n\nText.\n"},
	{"times.txt", "it has times", "00:01 They met.\n00:05 They left.\n"},
	{"webvtt.txt", "it only begins with the word", "WEBVTT is a format for subtitles.\n"},
	{"oh.txt", "lines that end in O", "Hello O\nGoodbye O\nMy O\n"},
	{"hash.txt", "lines that begin with #", "#\n# Heading\n#tag\n"},
	{"spacy.txt", "x is zlib's first byte", "x\x9c is no way to begin.\n"},
	{"mz.txt", "the letters of a program", "MZ was the first of them.\n"},
	{"bm.txt", "the letters of a picture", "BMW said on Friday that it would not.\n"},
	{"windows.txt", "another encoding", "Caf\xe9 Fran\xe7ais\n\nIls sont venus.\n"},
	{"cyrillic.txt", "nothing of it is UTF-8", "\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0"},
	{"utf16.txt", "it is UTF-16", wide("\ufeffTalks in Moscow\n\nThey met.\n", binary.LittleEndian)},
	{"article.json", "only its name says that it is JSON", "Talks in Moscow\n\nThey met.\n"},
	{"article.html", "only its name says that it is a page", "Talks in Moscow\n\nThey met.\n"},
	{"notes.csv", "only its name says that it is a table", "Talks in Moscow\n\nThey met, and left.\n"},
	{"empty.txt", "there is nothing", ""},
	{"blank.txt", "there is nothing to see", " \n\t\n"},
	{"escape.txt", "a terminal's colours", "\x1b[1mTalks\x1b[0m in Moscow went on. They met on Friday and said little.\n"},
}

func TestAnArticleStaysOneWhateverItQuotes(t *testing.T) {
	for _, a := range articles {
		if got := Look(a.name, []byte(a.text)); got.Kind != Text {
			t.Errorf("%s is taken for %v (%d), though %s", a.name, got.Kind, got.Certainty, a.why)
		}
	}
}

func TestTheBundledArticlesAreTexts(t *testing.T) {
	files, err := filepath.Glob("../../articles/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := Look("", data); got.Kind != Text {
			t.Errorf("%s is taken for %v", file, got.Kind)
		}
	}
}

// TestOtherToolsFilesAreKnown looks at files that other tools wrote, where they are at hand: none of their annotations
// is a text, and each text is one.
func TestOtherToolsFilesAreKnown(t *testing.T) {
	root := testinput.Path(t, ".")
	want := map[string][]Kind{
		"cases/brat": {Brat, Text}, "cases/conll": {CoNLL, CoNLLU}, "cases/doccano": {Doccano, CoNLL},
		"cases/label-studio": {LabelStudio}, "cases/prodigy": {Prodigy, CoNLL}, "cases/pubannotation": {PubAnnotation},
		"cases/refi-qda": {REFI, QDPX, XML}, "cases/uima-cas": {XMI, CASJSON, XML}, "cases/webanno-tsv": {WebAnnoTSV, XMI, XML},
		"cases/w3c/correct": {WebAnnotation}, "cases/w3c/incorrect": {WebAnnotation, JSON, Text}, "cases/text": {Text}, "cases/languages": {Text},
		"cases/html": {HTML, JSON}, "cases/hostile/zip": {ZIP}, "articles": {Text},
		"cases/hostile/json": {JSON}, "cases/hostile/encodings": {Text, HTML, CSV},
	}
	seen := 0
	for folder, kinds := range want {
		err := filepath.WalkDir(filepath.Join(root, filepath.FromSlash(folder)), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			seen++
			got := Look(path, data)
			t.Logf("%-90s %v (%d)", strings.TrimPrefix(path, root), got.Kind, got.Certainty)
			for _, kind := range kinds {
				if kind == got.Kind {
					return nil
				}
			}
			t.Errorf("%s is taken for %v", path, got.Kind)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 100 {
		t.Errorf("only %d files seen", seen)
	}
}

func TestAGreatFileIsKnownByItsHead(t *testing.T) {
	great := `[` + strings.Repeat(`{"id": 1, "data": {"text": "Talks"}, "annotations": [{"result": []}]}, `, 200_000) + `{}]`
	if got := Look("a.txt", []byte(great)); got.Kind != LabelStudio {
		t.Errorf("taken for %v", got.Kind)
	}
	deep := strings.Repeat("[", 1<<20)
	Look("a.json", []byte(deep)) // comes back
}

func FuzzLook(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.name, []byte(s.data))
	}
	for _, a := range articles {
		f.Add(a.name, []byte(a.text))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got := Look(name, data)
		if got.Certainty < Likely || got.Kind.String() == "" {
			t.Errorf("%+v", got)
		}
	})
}

func BenchmarkLook(b *testing.B) {
	text := []byte(strings.Repeat("Shoigu met the minister in Ankara – on Friday, “late” 😀.\n", 47_000))
	b.ReportAllocs()
	for b.Loop() {
		Look("a.txt", text)
	}
}

func TestOurOwnFileIsKnownWhateverTheOrderOfItsFields(t *testing.T) {
	texts := strings.Repeat(`{"id": "d", "text": "He said \"format\": \"spanwise\" and left."},`, 5000)
	sorted := `{"documents": [` + strings.TrimSuffix(texts, ",") + `], "format" : "spanwise", "offsets": "code points"}`
	for name, file := range map[string]string{"UTF-8": sorted, "UTF-16": wide("\ufeff"+sorted, binary.LittleEndian)} {
		if got := Look("work.json", []byte(file)); got.Kind != Spanwise {
			t.Errorf("%s: fields in the order of the alphabet are %+v", name, got)
		}
	}
	other := strings.Replace(sorted, `"format" : "spanwise"`, `"format" : "other"`, 1)
	if got := Look("work.json", []byte(other)); got.Kind != JSON {
		t.Errorf("a file that only quotes our field is %+v", got)
	}
}
