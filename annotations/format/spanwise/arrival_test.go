package spanwise

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

func TestAFileSaysWhereATextCameFromAndWhatWasDoneToIt(t *testing.T) {
	d := samples.Document(t, "doc", "Talks", samples.Text)
	details := d.Details
	details.File, details.Changes = "talks.txt", "The text was decoded from Windows-1252."
	p := samples.Project(t, annotations.AddDocument{Document: d.WithDetails(details), At: -1})
	data := write(t, p)
	if err := compile(t).Validate(generic(t, data)); err != nil {
		t.Error(err)
	}
	got, _ := read(t, data).Document("doc")
	if diff := cmp.Diff(details, got.Details); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	bare := write(t, samples.Project(t, annotations.AddDocument{Document: d, At: -1}))
	if bytes.Contains(bare, []byte(`"file"`)) || bytes.Contains(bare, []byte(`"changes"`)) {
		t.Error("a text that came from no file has fields about it, so that older files would be other bytes")
	}
}
