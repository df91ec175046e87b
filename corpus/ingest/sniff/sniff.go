// Package sniff says what some bytes are: a plain text, a project of ours, another tool's annotations, a table, a web
// page, a program.
//
// It judges by content, never by a file's name alone: each kind has a rule of its own, a small function that looks at
// the first bytes and enough of the structure and says how certain it is. A name only tips the balance where a rule is
// in two minds. What no rule knows is a plain text, or where that cannot be, a program's own data.
//
// The rules ask for structure that running text does not have, so that an article about JSON, or one that quotes a page's
// source, is a text. They look at no more than the head of a file, and never run or fetch anything of it. The package
// reads no format: a codec that does asks the rule of its kind, or has one of its own.
package sniff

import "strings"

// Certainty is how sure a rule is that some bytes are of its kind.
type Certainty int

// The certainties. Perhaps is not enough by itself: the name of the file has to agree.
const (
	No Certainty = iota
	Perhaps
	Likely
	Certain
)

// Verdict is what some bytes are, and how certain that is.
type Verdict struct {
	Kind      Kind
	Certainty Certainty
}

// rule is one kind and how to know it.
type rule struct {
	kind Kind
	sure func(*Sample) Certainty
}

// rules are all kinds that can be known, the more special before the more general: of two that are as certain the first
// counts.
var rules = []rule{
	{Spanwise, isSpanwise}, {Scheme, isScheme},
	{LabelStudio, isLabelStudio}, {Doccano, isDoccano}, {Prodigy, isProdigy}, {PubAnnotation, isPubAnnotation},
	{Bdoc, isBdoc}, {CASJSON, isCASJSON}, {WebAnnotation, isWebAnnotation},
	{DocBin, isDocBin}, {QDPX, isQDPX}, {DOCX, isDOCX}, {XLSX, isXLSX}, {PPTX, isPPTX}, {ODT, isODT}, {ODF, isODF}, {EPUB, isEPUB},
	{ZIP, isZIP}, {PDF, isPDF}, {OLE, isOLE}, {Parquet, isParquet}, {GZIP, isGZIP}, {Archive, isArchive},
	{Image, isImage}, {Media, isMedia}, {Program, isProgram}, {Database, isDatabase},
	{XMI, isXMI}, {TEI, isTEI}, {REFI, isREFI}, {SVG, isSVG}, {HTML, isHTML}, {XML, isXML},
	{RTF, isRTF}, {MHTML, isMHTML}, {Mail, isMail},
	{WebAnnoTSV, isWebAnnoTSV}, {Brat, isBrat}, {CoNLLU, isCoNLLU}, {CoNLL, isCoNLL},
	{VTT, isVTT}, {SRT, isSRT},
	{JSONLines, isJSONLines}, {JSON, isJSON}, {TSV, isTSV}, {CSV, isCSV},
	{Data, isData},
}

// Look says what a file's bytes are. Name may be empty, as of a pasted text.
func Look(name string, data []byte) Verdict { return NewSample(data).Look(name) }

// Look is the package's Look for a sample.
func (s *Sample) Look(name string) Verdict {
	best := Verdict{Kind: Text}
	for _, r := range rules {
		sure := r.sure(s)
		if sure == Perhaps && r.kind.named(name) {
			sure = Likely
		}
		if sure > best.Certainty {
			best = Verdict{r.kind, sure}
		}
		if sure == Certain {
			break
		}
	}
	if best.Certainty < Likely {
		return Verdict{Kind: Text, Certainty: Likely}
	}
	return best
}

// named reports whether a file's name ends as those of this kind do.
func (k Kind) named(name string) bool {
	at := strings.LastIndexByte(name, '.')
	if at < 0 {
		return false
	}
	end := strings.ToLower(name[at+1:])
	for known := range strings.FieldsSeq(table[k].endings) {
		if end == known {
			return true
		}
	}
	return false
}

// Is says how certain it is that a file is of a kind, whatever else it may be: the rule of the kind, for who reads files
// of it.
func (s *Sample) Is(kind Kind) Certainty {
	for _, r := range rules {
		if r.kind == kind {
			return r.sure(s)
		}
	}
	return No
}
