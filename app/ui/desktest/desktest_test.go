package desktest

import "testing"

func TestADeskDoesWhatIsPutOffAndWhatIsAskedFromBesideThePage(t *testing.T) {
	d := New(t)
	var done []string
	d.Later(func() { done = append(done, "later") })
	d.Settle()
	d.Context.Async(func() {
		d.OnPage(func() { done = append(done, "on the page") })
		d.OnPage(func() { done = append(done, "again") })
	})
	d.Wait()
	if len(done) != 3 {
		t.Errorf("done is %q", done)
	}
}
