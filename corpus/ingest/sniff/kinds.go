package sniff

// Kind is what some bytes can be.
type Kind int

// The kinds.
const (
	Text Kind = iota // a plain text
	Spanwise
	Scheme
	LabelStudio
	Doccano
	Prodigy
	PubAnnotation
	Bdoc
	CASJSON
	WebAnnotation
	DocBin
	QDPX
	DOCX
	XLSX
	PPTX
	ODT
	ODF
	EPUB
	ZIP
	PDF
	OLE
	Parquet
	GZIP
	Archive
	Image
	Media
	Program
	Database
	XMI
	TEI
	REFI
	SVG
	HTML
	XML
	RTF
	MHTML
	Mail
	WebAnnoTSV
	Brat
	CoNLLU
	CoNLL
	VTT
	SRT
	JSONLines
	JSON
	TSV
	CSV
	Data
)

// form is what is known of a kind. Called is how a sentence names it, with its article; what is binary cannot be shown
// as a text at all.
type form struct {
	called  string
	endings string // of the names of such files, without the dot
	binary  bool
}

var table = map[Kind]form{
	Text:          {"a plain text", "txt md", false},
	Spanwise:      {"a Spanwise project", "", false},
	Scheme:        {"a Spanwise scheme", "", false},
	LabelStudio:   {"a Label Studio export", "json", false},
	Doccano:       {"a doccano export", "jsonl json", false},
	Prodigy:       {"annotations of Prodigy or spaCy", "jsonl json", false},
	PubAnnotation: {"annotations of PubAnnotation", "json", false},
	Bdoc:          {"a GATE document (bdoc)", "bdocjs json", false},
	CASJSON:       {"a UIMA CAS in JSON", "json", false},
	WebAnnotation: {"a Web Annotation (JSON-LD)", "json jsonld", false},
	DocBin:        {"a spaCy DocBin, or other compressed data", "spacy", true},
	QDPX:          {"a REFI-QDA project", "qdpx", true},
	DOCX:          {"a Word document (.docx)", "docx", true},
	XLSX:          {"an Excel workbook (.xlsx)", "xlsx", true},
	PPTX:          {"a PowerPoint presentation (.pptx)", "pptx", true},
	ODT:           {"an OpenDocument text (.odt)", "odt", true},
	ODF:           {"an OpenDocument file", "ods odp", true},
	EPUB:          {"an e-book (EPUB)", "epub", true},
	ZIP:           {"a ZIP archive", "zip", true},
	PDF:           {"a PDF document", "pdf", true},
	OLE:           {"an older Office document (.doc, .xls or .ppt)", "doc xls ppt", true},
	Parquet:       {"a Parquet table", "parquet", true},
	GZIP:          {"a gzip archive", "gz tgz", true},
	Archive:       {"a compressed archive", "7z rar xz bz2 zst", true},
	Image:         {"a picture", "png jpg jpeg gif", true},
	Media:         {"a sound or film file", "mp3 mp4 wav", true},
	Program:       {"a program", "exe wasm", true},
	Database:      {"an SQLite database", "db sqlite", true},
	XMI:           {"a UIMA CAS (XMI)", "xmi xml", false},
	TEI:           {"a TEI document", "xml tei", false},
	REFI:          {"a REFI-QDA project or codebook", "qde qdc", false},
	SVG:           {"a picture (SVG)", "svg", false},
	HTML:          {"a web page (HTML)", "html htm xhtml", false},
	XML:           {"an XML document", "xml", false},
	RTF:           {"an RTF document", "rtf", false},
	MHTML:         {"a saved web page (MHTML)", "mhtml mht", false},
	Mail:          {"an e-mail as a file", "eml mbox", false},
	WebAnnoTSV:    {"a WebAnno TSV file", "tsv", false},
	Brat:          {"brat annotations (.ann)", "ann", false},
	CoNLLU:        {"a CoNLL-U file", "conllu", false},
	CoNLL:         {"a CoNLL file", "conll iob tsv bio", false},
	VTT:           {"subtitles (WebVTT)", "vtt", false},
	SRT:           {"subtitles (SubRip)", "srt", false},
	JSONLines:     {"JSON Lines", "jsonl ndjson", false},
	JSON:          {"JSON data", "json", false},
	TSV:           {"a table (TSV)", "tsv tab", false},
	CSV:           {"a CSV table", "csv", false},
	Data:          {"a program’s own data", "", true},
}

// String names the kind as a sentence does, with its article.
func (k Kind) String() string { return table[k].called }

// Binary reports whether files of this kind hold anything but text, so that there is nothing of them to show.
func (k Kind) Binary() bool { return table[k].binary }
