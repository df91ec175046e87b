package sniff

import (
	"bytes"
	"strings"

	"spanwise/corpus/ingest/charset"
)

// isSpanwise knows our own file by the field that says so: the first one as we write it, also where the file is damaged
// after it. Other programs sort the fields, and then it may stand behind all the texts.
func isSpanwise(s *Sample) Certainty {
	f := s.json()
	switch {
	case f.cut && !s.all && f.is("", "o") && !f.has("format"):
		return when(saysSpanwise(s), Certain)
	case f.text("format") != "spanwise":
		return No
	case f.sound() || f.is("version", "n"):
		return Certain
	}
	return Likely
}

// saysSpanwise looks for the field in all of a long file. In a string its quotes would be escaped.
func saysSpanwise(s *Sample) bool {
	rest := s.data
	if s.wide {
		rest = []byte(charset.FromUTF16(rest[:len(rest)&^1], charset.UTF16(rest)))
	}
	for found := true; found; {
		if _, rest, found = bytes.Cut(rest, []byte(`"format"`)); !found {
			break
		}
		value, colon := bytes.CutPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(":"))
		if colon && bytes.HasPrefix(bytes.TrimLeft(value, " \t\r\n"), []byte(`"spanwise"`)) {
			return true
		}
	}
	return false
}

func isScheme(s *Sample) Certainty {
	f := s.json()
	return when(f.is("name", "s") && f.is("labels", "a") && f.is("labels[].id", "s") && f.is("labels[].color", "s"), Certain)
}

// isLabelStudio knows a list of tasks, as they are exported and as they are imported, in full or in JSON_MIN.
func isLabelStudio(s *Sample) Certainty {
	f := s.json()
	full := f.is("[].data", "o") && (f.is("[].annotations", "a") || f.is("[].completions", "a") || f.is("[].predictions", "a"))
	min := f.is("[].annotation_id", "n") && f.has("[].annotator") && f.has("[].lead_time")
	one := f.is("data", "o") && f.is("annotations[].result", "a")
	return when(full || min && f.is("", "a") || one, Certain)
}

// isDoccano knows JSONL with a text and its labels, by offsets or, since doccano 1.5, as entities with relations.
func isDoccano(s *Sample) Certainty {
	f := s.json()
	for _, at := range []string{"", "[]."} {
		if !f.is(at+"text", "s") {
			continue
		}
		for _, name := range []string{"label", "labels"} {
			if f.is(at+name+"[][]", "n") {
				return Certain
			}
			if f.is(at+name, "a") && f.several {
				return Likely
			}
		}
		if f.is(at+"entities[].start_offset", "n") {
			return Certain
		}
	}
	return No
}

// isProdigy knows what Prodigy writes, and the training data of spaCy 2.
func isProdigy(s *Sample) Certainty {
	f := s.json()
	if f.is("[].paragraphs[].sentences[].tokens", "a") {
		return Certain
	}
	for _, at := range []string{"", "[]."} {
		spans := f.is(at+"spans[].start", "n") && f.is(at+"spans[].label", "s")
		if f.is(at+"_input_hash", "n") || f.is(at+"text", "s") && (spans || f.is(at+"tokens[].start", "n")) {
			return Certain
		}
		if f.is(at+"text", "s") && (f.is(at+"ents[].start", "n") || f.is(at+"entities[][]", "n")) {
			return Likely
		}
	}
	return No
}

func isPubAnnotation(s *Sample) Certainty {
	f := s.json()
	for _, at := range []string{"", "[]."} {
		if f.is(at+"text", "s") && f.is(at+"denotations", "a") || f.is(at+"sourcedb", "s") && f.has(at+"sourceid") && f.is(at+"text", "s") {
			return Certain
		}
	}
	return No
}

func isBdoc(s *Sample) Certainty {
	f := s.json()
	return when(f.has("annotation_sets") && f.has("text") && (f.is("offset_type", "s") || f.is("features", "o")), Certain)
}

func isCASJSON(s *Sample) Certainty {
	f := s.json()
	return when(f.has("%FEATURE_STRUCTURES") || f.is("%TYPES", "o") || f.is("_context._types", "o"), Certain)
}

// isWebAnnotation knows annotations and pages of them by their context, or without one by what only they have.
func isWebAnnotation(s *Sample) Certainty {
	f := s.json()
	for _, at := range []string{"", "[]."} {
		for _, context := range []string{f.text(at + "@context"), f.text(at + "@context[]")} {
			if strings.HasSuffix(context, "/ns/anno.jsonld") {
				return Certain
			}
		}
		if strings.HasPrefix(f.text(at+"type"), "Annotation") && (f.has(at+"target") || f.has(at+"items") || f.has(at+"first")) {
			return Likely
		}
	}
	return No
}

// isJSONLines knows lines that are objects, each by itself: two at least.
func isJSONLines(s *Sample) Certainty {
	lines := filled(s.lines())
	const enough = 20
	for _, line := range lines[:min(len(lines), enough)] {
		if f := readFacts(line, true); !f.whole || !f.is("", "o") {
			return No
		}
	}
	switch {
	case len(lines) > 1:
		return Certain
	case len(lines) == 1:
		return Perhaps
	}
	return No
}

// isJSON knows any other JSON: a text that is an object or a list as a whole, or whose long head is. One that breaks
// off may be an article that begins with an example, unless the name says otherwise.
func isJSON(s *Sample) Certainty {
	f := s.json()
	first := strings.TrimLeft(s.text, " \t\r\n")
	switch {
	case f.sound() && (f.whole || f.several || !s.all):
		return Certain
	case f.sound() && len(f.said) > 2:
		return Likely
	case strings.HasPrefix(first, "{") || strings.HasPrefix(first, "["):
		return Perhaps
	}
	return No
}
