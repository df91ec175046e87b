package worker

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// everything is a message of everything that can be written.
type everything struct {
	Ints   []int
	Floats []float64
	Yes    bool
	No     bool
	Text   string
	Bytes  []byte
	Texts  []string
}

func (m everything) Encode(e *Encoder) {
	e.Int(len(m.Ints))
	for _, n := range m.Ints {
		e.Int(n)
	}
	e.Int(len(m.Floats))
	for _, n := range m.Floats {
		e.Float(n)
	}
	e.Bool(m.Yes)
	e.Bool(m.No)
	e.Text(m.Text)
	e.Bytes(m.Bytes)
	e.Texts(m.Texts)
}

func (m *everything) Decode(d *Decoder) {
	for range d.Count() {
		m.Ints = append(m.Ints, d.Int())
	}
	for range d.Count() {
		m.Floats = append(m.Floats, d.Float())
	}
	m.Yes, m.No = d.Bool(), d.Bool()
	m.Text, m.Bytes, m.Texts = d.Text(), d.Bytes(), d.Texts()
}

var full = everything{
	Ints: []int{0, 1, -1, 63, 64, math.MaxInt64, math.MinInt64}, Floats: []float64{0, -0.1, 1e300, math.Inf(1)}, Yes: true,
	Text: "né\x00\xff\U0001f469\u200d\U0001f680", Bytes: []byte{0, 255}, Texts: []string{"", "b"},
}

func encoded(m everything) []byte {
	e := new(Encoder)
	m.Encode(e)
	return e.Data()
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	var got everything
	d := NewDecoder(encoded(full))
	if got.Decode(d); d.Err() != nil {
		t.Fatal(d.Err())
	}
	if diff := cmp.Diff(full, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryMessageThatIsCutShortIsAnError(t *testing.T) {
	data := encoded(full)
	for n := range data {
		d := NewDecoder(data[:n])
		if new(everything).Decode(d); d.Err() == nil {
			t.Errorf("the first %d of %d bytes were read as a whole message", n, len(data))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(full))
	f.Fuzz(func(t *testing.T, data []byte) {
		new(everything).Decode(NewDecoder(data)) // whatever it is, it ends, and takes no more memory than it has bytes
	})
}
