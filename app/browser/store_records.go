package browser

import (
	"encoding/binary"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// many is from how many records on they come over from JavaScript in one piece: a
// Blob costs a millisecond or two, and each record that is fetched alone 10 µs.
const many = 200

// reading asks for records and their positions; the zero value is one of none.
type reading struct{ keys, values app.Value }

// readRecords asks for the records of a range of positions, null for all.
func readRecords(t *transaction, positions app.Value) reading {
	j := t.store(journalStore)
	return reading{keys: j.Call("getAllKeys", positions), values: j.Call("getAll", positions)}
}

// records gives what was found, in order.
func (r reading) records() []journal.Record {
	if r.keys == nil {
		return nil
	}
	keys, values := r.keys.Get("result"), r.values.Get("result")
	if keys.Length() >= many {
		if records, err := recordsTogether(keys, values); err == nil {
			return records
		}
	}
	records := make([]journal.Record, keys.Length())
	for i := range records {
		records[i] = journal.Record{Position: keys.Index(i).Int(), Data: goBytes(values.Index(i))}
	}
	return records
}

// recordsTogether copies all records as one Uint8Array, and their positions and
// lengths as one each: of 10,000 records in 30 ms, where it takes 100 one by one.
// The error is that of a browser that cannot.
func recordsTogether(keys, values app.Value) ([]journal.Record, error) {
	var lengths, joined app.Value
	err := attempt(func() {
		lengths = values.Call("map", lengthGetter())
		joined = app.Window().Get("Blob").New(values)
	})
	if err != nil {
		return nil, err
	}
	buffer, err := call(joined, "arrayBuffer")
	if err != nil {
		return nil, err
	}
	data := goBytes(app.Window().Get("Uint8Array").New(buffer))
	positions, sizes := goInts(keys), goInts(lengths)
	records := make([]journal.Record, len(positions))
	for i, size := range sizes {
		records[i] = journal.Record{Position: positions[i], Data: data[:size:size]}
		data = data[size:]
	}
	return records, nil
}

// lengthGetter makes a JavaScript function that gives the length of a typed array,
// without Go in between: Function.prototype.call, bound to the getter.
func lengthGetter() app.Value {
	window := app.Window()
	typedArray := window.Get("Object").Call("getPrototypeOf", window.Get("Uint8Array").Get("prototype"))
	getter := window.Get("Object").Call("getOwnPropertyDescriptor", typedArray, "length").Get("get")
	return getter.Get("call").Call("bind", getter)
}

// goInts copies an array of whole numbers, below 2⁵³ like positions and lengths.
func goInts(array app.Value) []int {
	window := app.Window()
	floats := window.Get("Float64Array").Call("from", array)
	data := goBytes(window.Get("Uint8Array").New(floats.Get("buffer")))
	ints := make([]int, len(data)/8)
	for i := range ints {
		ints[i] = int(math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:])))
	}
	return ints
}
