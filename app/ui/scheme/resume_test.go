package scheme

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestASchemeThatIsBeingEditedIsGoneOnWith(t *testing.T) {
	p, err := annotations.NewProject(annotations.DefaultScheme())
	if err != nil {
		t.Fatal(err)
	}
	d := newDraft(p)
	d.set("name", "Player")
	d.addAttribute(d.at)
	d.scheme.Guidelines = "Mark <all> of it 👩‍👩‍👧."
	written := d.written()

	again := newDraft(p)
	if err := again.resume(written); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.scheme, again.scheme); diff != "" {
		t.Errorf("the scheme (-want +got):\n%s", diff)
	}
	if again.at != d.at {
		t.Errorf("it is gone on with at %+v, not at %+v", again.at, d.at)
	}
	if !again.changed() {
		t.Error("there is nothing to apply")
	}
	if err := again.resume("{"); err == nil {
		t.Error("what cannot be read was taken")
	}
}
