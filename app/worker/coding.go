package worker

import (
	"encoding/binary"
	"errors"
	"math"
)

// Encoder writes a message. Its zero value is ready for use. What is written in
// some order is read by a [Decoder] in the same one; nothing says what it is.
type Encoder struct{ data []byte }

// Data is what was written.
func (e *Encoder) Data() []byte { return e.data }

// Int writes a number, small ones in one byte.
func (e *Encoder) Int(n int) { e.data = binary.AppendVarint(e.data, int64(n)) }

// Float writes a number with all its digits.
func (e *Encoder) Float(n float64) {
	e.data = binary.LittleEndian.AppendUint64(e.data, math.Float64bits(n))
}

// Bool writes a truth value.
func (e *Encoder) Bool(b bool) {
	n := 0
	if b {
		n = 1
	}
	e.Int(n)
}

// Text writes a string, whatever bytes it holds.
func (e *Encoder) Text(s string) {
	e.Int(len(s))
	e.data = append(e.data, s...)
}

// Bytes writes bytes.
func (e *Encoder) Bytes(b []byte) {
	e.Int(len(b))
	e.data = append(e.data, b...)
}

// Texts writes a list of strings.
func (e *Encoder) Texts(list []string) {
	e.Int(len(list))
	for _, s := range list {
		e.Text(s)
	}
}

// errFrame is for bytes that no Encoder has written, or not for this message.
var errFrame = errors.New("worker: a message is not as it was agreed")

// Decoder reads a message. After a fault everything it reads is zero, and Err
// says so: a message reads all that it is made of and looks at the end.
type Decoder struct {
	data   []byte
	failed bool
}

// NewDecoder reads what an [Encoder] has written. The bytes and strings of long
// messages share its memory: data must not change after.
func NewDecoder(data []byte) *Decoder { return &Decoder{data: data} }

// Err is an error if the message was not what it was read as.
func (d *Decoder) Err() error {
	if d.failed {
		return errFrame
	}
	return nil
}

func (d *Decoder) fail() {
	d.data, d.failed = nil, true
}

// Int reads what Int wrote.
func (d *Decoder) Int() int {
	n, size := binary.Varint(d.data)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.data = d.data[size:]
	return int(n)
}

// Float reads what Float wrote.
func (d *Decoder) Float() float64 {
	b := d.take(8)
	if b == nil {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b))
}

// Bool reads what Bool wrote.
func (d *Decoder) Bool() bool { return d.Int() != 0 }

// Bytes reads what Bytes wrote.
func (d *Decoder) Bytes() []byte { return d.take(d.Int()) }

// Text reads what Text wrote.
func (d *Decoder) Text() string { return string(d.Bytes()) }

// Texts reads what Texts wrote.
func (d *Decoder) Texts() []string {
	var list []string
	for range d.Count() {
		list = append(list, d.Text())
	}
	return list
}

// Count reads the length of a list, which Int wrote. There cannot be more things
// in it than there are bytes left, so a wrong length costs no memory.
func (d *Decoder) Count() int {
	n := d.Int()
	if n < 0 || n > len(d.data) {
		d.fail()
		return 0
	}
	return n
}

// take takes the next n bytes, or none where there are not so many.
func (d *Decoder) take(n int) []byte {
	if n < 0 || n > len(d.data) {
		d.fail()
		return nil
	}
	b := d.data[:n:n]
	d.data = d.data[n:]
	return b
}
