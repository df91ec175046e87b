package spanwise

import (
	"bytes"
	"testing"
)

// FuzzReadProject reads any bytes. What is read without a repair is written the
// same whatever way it came; and what was repaired is whole from then on.
func FuzzReadProject(f *testing.F) {
	f.Add(write(f, small(f)))
	f.Add(write(f, newProject(f)))
	f.Add([]byte(`{"format":"spanwise","version":1,"offsets":"code points","scheme":{"name":"","labels":[{"id":"a","name":"A","key":"","color":"#000000","definition":""}]},` +
		`"documents":[{"id":"d","title":"t","outlet":"","language":"","published":"","url":"","note":"","sha256":"ae2b71cd3ea4a9ee5ad8a164f8c83c7b6db26ec76f8ec37e6a7c4ad4bbe3ff91","text":"\ud83d\ude00a"}],` +
		`"sets":[{"document":"d","annotator":"annotator-1","state":"open","spans":[{"id":"s","label":"a","ranges":[{"start":2,"end":3}],"text":"a","note":"","origin":"person","created":"","modified":""}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := Read(data)
		if err != nil {
			if p != nil {
				t.Error("a refused file gave a project")
			}
			return
		}
		once := write(t, p)
		q, repairs, err := Read(once)
		if err != nil || len(repairs) > 0 {
			t.Fatalf("what was written is read with %v, %q", err, repairs)
		}
		if !q.Equal(p) || !bytes.Equal(once, write(t, q)) {
			t.Error("reading what was written gives another project")
		}
	})
}
