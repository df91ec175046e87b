package annotations

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAnEditIsOneLineOfJSON(t *testing.T) {
	s := span("a", "date", 0, 6, 7, 10)
	s.Note, s.Modified = "a \"note\"\n<b>\u2028 😀", time.Date(2026, 11, 23, 4, 5, 6, 7e6, time.UTC)
	got, err := MarshalEdit(AddSpan{"doc", DefaultAnnotator, s})
	want := `{"kind":"add-span","document":"doc","span":{"id":"a","label":"date",` +
		`"ranges":[{"start":0,"end":6},{"start":7,"end":10}],"note":"a \"note\"\n<b>\u2028 😀",` +
		`"origin":"person","created":"","modified":"2026-11-23T04:05:06.007Z"}}`
	if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestOnlyAnEditIsReadAsOne(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"nothing", ``, "line 1, column 1: the data ends here"},
		{"no object", `[]`, `found "[" in place of an object`},
		{"no kind", `{"id":"x"}`, `the field "kind" is missing`},
		{"kind no text", `{"kind":1}`, `line 1, column 9: kind: found "1" in place of text in quotes`},
		{"unknown kind", `{"kind":"explode"}`, `the kind of edit "explode" is unknown here`},
		{"prototype kind", `{"kind":"__proto__"}`, `"__proto__" is unknown`},
		{"unknown field", `{"kind":"remove-document","id":"x","more":1}`, "column 36: more: there is no such field"},
		{"other case", `{"kind":"remove-document","ID":"x"}`, "ID: there is no such field"},
		{"field twice", `{"kind":"remove-document","id":"x","id":"y"}`, "id: the field is there twice"},
		{"kind twice", `{"kind":"remove-document","kind":"batch","id":"x"}`, "kind: the field is there twice"},
		{"field twice, escaped", `{"kind":"remove-document","id":"x","\u0069d":"y"}`, "id: the field is there twice"},
		{"field missing", `{"kind":"remove-span","document":"x"}`, `the field "id" is missing`},
		{"null", `{"kind":"remove-document","id":null}`, `found "null" in place of text`},
		{"trailing data", `{"kind":"remove-document","id":"x"} {}`, `line 1, column 37: found "{" in place of the end`},
		{"trailing comma", `{"kind":"remove-document","id":"x",}`, `found "}" in place of a field's name`},
		{"no comma", `{"kind":"remove-document" "id":"x"}`, `in place of a comma`},
		{"cut", `{"kind":"remove-document","id":"x`, "the data ends here, before it is complete"},
		{"bad UTF-8", "{\"kind\":\n\"remove-document\",\"id\":\"é\xff\"}", "line 2, column 26: the byte 0xFF is not valid UTF-8"},
		{"lone high surrogate", `{"kind":"remove-document","id":"\ud83d"}`, `"\\ud83d" is half of a surrogate pair`},
		{"lone low surrogate", `{"kind":"remove-document","id":"\udd4a x"}`, "is half of a surrogate pair"},
		{"swapped surrogates", `{"kind":"remove-document","id":"\udd4a\ud83d"}`, "is half of a surrogate pair"},
		{"bad escape", `{"kind":"remove-document","id":"\x"}`, "is not one of JSON's"},
		{"bad hex", `{"kind":"remove-document","id":"\u00+1"}`, "is not one of JSON's"},
		{"control character", "{\"kind\":\"remove-document\",\"id\":\"a\x01\"}", "0x01 must be escaped"},
		{"control character after an escape", "{\"kind\":\"remove-document\",\"id\":\"\\n\n\"}", "0x0A must be escaped"},
		{"fraction", addSpanJSON(`{"start":0.5,"end":6}`), `span.ranges[0].start: found "0.5" in place of a whole number`},
		{"exponent", addSpanJSON(`{"start":0,"end":1e3}`), `found "1e3" in place of a whole number`},
		{"minus nought", addSpanJSON(`{"start":-0,"end":6}`), `found "-0" in place of a whole number`},
		{"leading nought", addSpanJSON(`{"start":00,"end":6}`), `found "00" in place of a whole number`},
		{"out of range", addSpanJSON(`{"start":0,"end":99999999999999999999}`), "is out of range"},
		{"bad time", strings.Replace(addSpanJSON(`{"start":0,"end":6}`), `"created":""`, `"created":"yesterday"`, 1), "span.created: the time yesterday is not of the form"},
		{"batch in batch", `{"kind":"batch","edits":[{"kind":"batch","edits":[]}]}`, `edits[0]: the kind of edit "batch" is unknown here`},
		{"unknown beginning", `{"kind":"describe-document","id":"x","details":{"title":"","outlet":"","language":"","published":"","url":"","note":"","head":["standfirst"]}}`, `a text begins with a headline, and after it a standfirst, and not with ["standfirst"]`},
		{"unclean text", `{"kind":"add-document","at":0,"spans":[],"document":{"id":"x","title":"","outlet":"","language":"","published":"","url":"","note":"","text":"a\r\n"}}`, "document: document \"x\": carriage return at byte 1"},
		{"scheme with two keys", `{"kind":"change-scheme","scheme":{"name":"","labels":[{"id":"a","name":"A","key":"1","color":"#000000","definition":""},{"id":"b","name":"B","key":"1","color":"#000000","definition":""}]}}`, "scheme: labels \"a\" and \"b\" have the same key"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, err := UnmarshalEdit([]byte(tt.data))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %#v, error %v, want one with %q", e, err, tt.want)
			}
		})
	}
}

func addSpanJSON(r string) string {
	return `{"kind":"add-span","document":"doc","span":{"id":"a","label":"date","ranges":[` + r + `],"note":"","origin":"person","created":"","modified":""}}`
}

func TestFieldsMayComeInAnyOrderAndSpacing(t *testing.T) {
	got, err := UnmarshalEdit([]byte(" {\n\t\"id\" : \"x\\u00e9\\ud83d\\udd4a\\/\" ,\r\"document\":\"d\", \"kind\": \"remove-span\" }\n"))
	if diff := cmp.Diff(Edit(RemoveSpan{"d", DefaultAnnotator, "xé🕊/"}), got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestDepthIsBounded(t *testing.T) {
	data := `{"deep":` + strings.Repeat("[", 1_000_000)
	if _, err := UnmarshalEdit([]byte(data)); err == nil || !strings.Contains(err.Error(), "nested more than 100 deep") {
		t.Errorf("got %.200v", err)
	}
}

func TestTextThatJSONCannotHoldIsRefused(t *testing.T) {
	if data, err := MarshalEdit(RemoveSpan{"doc", DefaultAnnotator, "\xff"}); err == nil {
		t.Errorf("written as %s", data)
	}
}

func TestNothingIsNoEdit(t *testing.T) {
	for _, e := range []Edit{nil, Batch{[]Edit{nil}}, AddDocument{}, ChangeScheme{}} {
		if data, err := MarshalEdit(e); err == nil {
			t.Errorf("%#v was written as %s", e, data)
		}
	}
}
