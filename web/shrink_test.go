package web

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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

// TestTheTablesOfThisGoReleaseAreKnown holds dropLines against what the linker of
// today writes: what the runtime needs is as it was, and the rest is gone.
func TestTheTablesOfThisGoReleaseAreKnown(t *testing.T) {
	wasm := built(t)
	small, err := Shrink(wasm)
	if err != nil {
		t.Fatal(err)
	}
	before, after := memoryOf(t, wasm), memoryOf(t, small)
	was, found := findTables(before)
	is, still := findTables(after)
	if !found || !still || was.count != is.count || len(before) != len(after) {
		t.Fatalf("tables found: %v, %v", found, still)
	}
	records := slices.Collect(is.functions())
	for i, old := range slices.Collect(was.functions()) {
		if bytes.ContainsFunc(records[i][offsetFile:offsetFile+8], func(r rune) bool { return r != 0 }) {
			t.Fatalf("function %d still has files or lines", i)
		}
		want, got := slices.Collect(old.kept()), slices.Collect(records[i].kept())
		if !slices.Equal(want, got) {
			t.Fatalf("function %d has the lists %v, want %v", i, got, want)
		}
		for _, list := range want {
			if end := list + was.length(list); !bytes.Equal(was.pairs[list:end], is.pairs[list:end]) {
				t.Fatalf("function %d: the list at %d is another", i, list)
			}
		}
	}
	packed, _ := pack(wasm)
	smaller, _ := pack(small)
	if len(smaller) > len(packed)*92/100 {
		t.Errorf("%d bytes packed, of %d: want a twelfth less", len(smaller), len(packed))
	}
}

func TestAShrunkProgramDoesTheSame(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node to run it in; the browser's tests run it all the same")
	}
	small, err := Shrink(built(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "small.wasm")
	if err := os.WriteFile(path, small, 0o644); err != nil {
		t.Fatal(err)
	}
	output, err := exec.Command(node, filepath.Join(filepath.Dir(wasmExec(t)), "wasm_exec_node.js"), path).CombinedOutput()
	if err == nil {
		t.Error("the program ended well, want its fault")
	}
	for _, want := range []string{
		"recovered: runtime error: index out of range [12] with length 0\n", "11\n",
		"panic: runtime error: index out of range [12] with length 11", "main.fail(", "main.main(",
	} {
		if !strings.Contains(string(output), want) {
			t.Errorf("it prints no %q:\n%s", want, output)
		}
	}
	if where := fmt.Sprintf("%s:%d", "main.go", 31); strings.Contains(string(output), where) {
		t.Errorf("the trace has %s", where)
	}
}

func FuzzShrink(f *testing.F) {
	f.Add(module(segment{100, "a"}, segment{200, string(headerMagic) + strings.Repeat("\x01\x00", 64)}))
	f.Fuzz(func(t *testing.T, wasm []byte) {
		Shrink(wasm) // whatever it is, it ends
	})
}
