package web

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// segment is a piece of data at an address.
type segment struct {
	at   int
	data string
}

// module writes a module of a type section and the segments.
func module(segments ...segment) []byte {
	section := []byte{byte(len(segments))}
	for _, s := range segments {
		section = append(section, 0, opI32Const)
		section = append(appendSigned(section, s.at), opEnd, byte(len(s.data)))
		section = append(section, s.data...)
	}
	wasm := append([]byte("\x00asm\x01\x00\x00\x00"), 1, 1, 0)
	return append(append(wasm, dataSection, byte(len(section))), section...)
}

func TestNearSegmentsAreJoined(t *testing.T) {
	tests := []struct {
		name        string
		given, want []segment
		why         string
	}{
		{"none", nil, nil, "a program need not have data"},
		{"near", []segment{{100, "a"}, {110, "b"}}, []segment{{100, "a\x00\x00\x00\x00\x00\x00\x00\x00\x00b"}}, "what lies between is zero"},
		{"in any order", []segment{{104, "b"}, {100, "a"}}, []segment{{100, "a\x00\x00\x00b"}}, "the linker does not sort all of them"},
		{"far apart", []segment{{100, "a"}, {100 + farApart + 1, "b"}}, []segment{{100, "a"}, {100 + farApart + 1, "b"}}, "many zeroes are left out"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Shrink(module(test.given...))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(module(test.want...), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func TestWhatNoLinkerOfGoWritesIsRefused(t *testing.T) {
	good := module(segment{100, "a"})
	passive := bytes.Replace(good, []byte{0, opI32Const}, []byte{1, opI32Const}, 1)
	tests := []struct {
		name string
		wasm []byte
	}{
		{"nothing", nil}, {"something else", []byte("<html></html>")},
		{"cut short", good[:len(good)-1]}, {"a passive segment", passive}, {"a negative address", module(segment{-1, "a"})},
	}
	for _, test := range tests {
		if _, err := Shrink(test.wasm); err == nil {
			t.Errorf("%s was taken for a program", test.name)
		}
	}
}

// built compiles testdata/small for the browser.
func built(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", path, "./testdata/small")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	wasm, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return wasm
}

// memoryOf is the memory with which a program starts.
func memoryOf(t *testing.T, wasm []byte) []byte {
	t.Helper()
	r := moduleReader{data: wasm[headerSize:]}
	for len(r.data) > 0 {
		if id, content := r.byte(), r.take(r.unsigned()); id == dataSection {
			m, err := readImage(content)
			if err != nil {
				t.Fatal(err)
			}
			return m.memory
		}
	}
	t.Fatal("no data section")
	return nil
}

// TestTheTablesOfThisGoReleaseAreKnown holds dropTraces against what the linker of
// today writes: what the runtime needs is as it was, and the rest is gone.
func TestTheTablesOfThisGoReleaseAreKnown(t *testing.T) {
	wasm := built(t)
	small, names, err := ShrinkNameless(wasm)
	if err != nil {
		t.Fatal(err)
	}
	before, after := memoryOf(t, wasm), memoryOf(t, small)
	was, found := findTables(before)
	is, still := findTables(after)
	if !found || !still || len(was.index) != len(is.index) || len(before) != len(after) {
		t.Fatalf("tables found: %v, %v", found, still)
	}
	functions := is.functions()
	for i, old := range was.functions() {
		f := functions[i]
		if bytes.ContainsFunc(f.head[offsetFile:offsetLists], func(r rune) bool { return r != 0 }) {
			t.Fatalf("function %d still has files or lines", i)
		}
		if want := (Function{old.number, was.name(old.nameAt())}); names[i] != want {
			t.Fatalf("function %d is listed as %v, want %v", i, names[i], want)
		}
		if want, got := strings.HasPrefix(names[i].Name, "runtime."), is.name(f.nameAt()); want != (got == "runtime.") || !want && got != "" {
			t.Fatalf("function %d, %s, is called %q", i, names[i].Name, got)
		}
		want := [][]byte{content(was, old.frames), content(was, old.listAt(listPointers))}
		got := [][]byte{content(is, f.frames), content(is, f.listAt(listPointers))}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("function %d has other lists (-want +got):\n%s", i, diff)
		}
		for _, kind := range []int{0, 1, 2, dataDefers} {
			if old.dataAt(kind) != f.dataAt(kind) {
				t.Fatalf("function %d has other data of kind %d", i, kind)
			}
		}
		if f.listAt(listInlined) != 0 || f.dataAt(dataInlined) >= 0 {
			t.Fatalf("function %d still says what was inlined", i)
		}
	}
	packed, _ := packQuickly(wasm)
	smaller, _ := packQuickly(small)
	if len(smaller) > len(packed)*84/100 {
		t.Errorf("%d bytes packed, of %d: want a sixth less", len(smaller), len(packed))
	}
}

// content is a list as it is written.
func content(t *tables, list int) []byte {
	if list == 0 {
		return nil
	}
	return t.pairs[list : list+t.length(list)]
}

// TestWhatIsKnownOfInlinedCallsIsFound holds that it is found where this release of
// Go keeps it.
func TestWhatIsKnownOfInlinedCallsIsFound(t *testing.T) {
	memory := memoryOf(t, built(t))
	before := bytes.Clone(memory)
	tables, _ := findTables(memory)
	tables.wipeInlined(memory, tables.functions())
	wiped := 0
	for i := range memory {
		if memory[i] != before[i] {
			wiped++
		}
	}
	if wiped < 1000 {
		t.Errorf("%d bytes were cleared, want a thousand and more", wiped)
	}
}

func TestAShrunkProgramDoesTheSame(t *testing.T) {
	small, err := Shrink(built(t))
	if err != nil {
		t.Fatal(err)
	}
	output := runSmall(t, small)
	for _, want := range []string{"panic: runtime error: index out of range [12] with length 11", "main.fail(", "main.main("} {
		if !strings.Contains(output, want) {
			t.Errorf("it prints no %q:\n%s", want, output)
		}
	}
	if where := fmt.Sprintf("%s:%d", "main.go", 31); strings.Contains(output, where) {
		t.Errorf("the trace has %s", where)
	}
}

func TestTheTraceOfANamelessProgramHasTheNumbersOfItsFunctions(t *testing.T) {
	small, names, err := ShrinkNameless(built(t))
	if err != nil {
		t.Fatal(err)
	}
	output := runSmall(t, small)
	if strings.Contains(output, "main.fail") {
		t.Errorf("the trace has a name:\n%s", output)
	}
	for _, f := range names {
		if number := fmt.Sprintf(" pc=0x%x", f.Number); (f.Name == "main.fail" || f.Name == "main.main") && !strings.Contains(output, number) {
			t.Errorf("the trace has no %s, which is %s:\n%s", number, f.Name, output)
		}
	}
}

// runSmall runs a program made of testdata/small and returns what it prints. It must
// do what it does before it ends by its fault.
func runSmall(t *testing.T, wasm []byte) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node to run it in; the browser's tests run it all the same")
	}
	path := filepath.Join(t.TempDir(), "small.wasm")
	if err := os.WriteFile(path, wasm, 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, filepath.Join(filepath.Dir(wasmExec(t)), "wasm_exec_node.js"), path)
	run.Env = append(os.Environ(), "GOTRACEBACK=system")
	output, err := run.CombinedOutput()
	if err == nil {
		t.Error("the program ended well, want its fault")
	}
	for _, want := range []string{
		"recovered: runtime error: index out of range [12] with length 0\n", "11\n",
		"not recovered here: deep\n",
		"panic: runtime error: index out of range [12] with length 11",
	} {
		if !strings.Contains(string(output), want) {
			t.Errorf("it prints no %q:\n%s", want, output)
		}
	}
	return string(output)
}

func FuzzShrink(f *testing.F) {
	f.Add(module(segment{100, "a"}, segment{200, string(headerMagic) + strings.Repeat("\x01\x00", 64)}))
	f.Fuzz(func(t *testing.T, wasm []byte) {
		Shrink(wasm) // whatever it is, it ends
		ShrinkNameless(wasm)
	})
}
