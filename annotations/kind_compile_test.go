//go:build !js

package annotations

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// whole is the source of a kind of edit that has every part.
const whole = `package annotations

type scratch struct{ Name string }

var _ Edit = scratch{}

func (scratch) kind() string                           { return "scratch" }
func (scratch) Apply(*Project) (*Project, Edit, error) { return nil, nil, nil }
func (scratch) effect() effect                         { return effect{} }
func (scratch) write(*JSONWriter, Pace) error          { return nil }
func (scratch) reconcile(*reconciler)                  {}
`

// TestAKindWithoutAPartDoesNotCompile takes away each part of a kind in turn.
func TestAKindWithoutAPartDoesNotCompile(t *testing.T) {
	files := token.NewFileSet()
	program := ownSource(t, files)
	if faults := compiled(t, files, program, ""); len(faults) > 0 {
		t.Fatalf("the whole kind does not compile: %q", faults)
	}
	parts := reflect.TypeFor[Edit]()
	for i := range parts.NumMethod() {
		name := parts.Method(i).Name
		t.Run(name, func(t *testing.T) {
			faults := compiled(t, files, program, name)
			if !slices.ContainsFunc(faults, func(s string) bool { return strings.Contains(s, "missing method "+name) }) {
				t.Errorf("without it the kind compiles: %q", faults)
			}
		})
	}
}

// TestEveryTypeThatIsAnEditIsRegistered: what is not, is written and cannot be read.
func TestEveryTypeThatIsAnEditIsRegistered(t *testing.T) {
	files := token.NewFileSet()
	checker := types.Config{Importer: nothing{}, IgnoreFuncBodies: true, Error: func(error) {}}
	program, _ := checker.Check("spanwise/annotations", files, ownSource(t, files), nil)
	edit := program.Scope().Lookup("Edit").Type().Underlying().(*types.Interface)
	var edits, registered []string
	for _, name := range program.Scope().Names() {
		of, is := program.Scope().Lookup(name).(*types.TypeName)
		if !is || types.IsInterface(of.Type()) || !types.Implements(of.Type(), edit) {
			continue
		}
		// What has something of another package in it might have any method, as far as
		// the checker knows.
		if own, _, _ := types.LookupFieldOrMethod(of.Type(), false, program, "kind"); own != nil {
			edits = append(edits, name)
		}
	}
	for _, kind := range Kinds() {
		registered = append(registered, reflect.TypeOf(samples[kind].filled(t)).Name())
	}
	slices.Sort(registered)
	if diff := cmp.Diff(edits, registered); diff != "" || len(edits) == 0 {
		t.Errorf("(-edits +registered):\n%s", diff)
	}
}

// ownSource is the package's own files, tests aside.
func ownSource(t *testing.T, files *token.FileSet) []*ast.File {
	t.Helper()
	paths, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []*ast.File
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, p, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, file)
	}
	return all
}

// compiled gives what a compiler would say of the scratch kind without one of its
// methods. What is imported is not looked at: nothing of it is in the kind.
func compiled(t *testing.T, files *token.FileSet, program []*ast.File, without string) (faults []string) {
	t.Helper()
	kind, err := parser.ParseFile(files, "scratch.go", whole, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	kind.Decls = slices.DeleteFunc(kind.Decls, func(d ast.Decl) bool {
		f, is := d.(*ast.FuncDecl)
		return is && f.Recv != nil && f.Name.Name == without
	})
	checker := types.Config{Importer: nothing{}, IgnoreFuncBodies: true, Error: func(err error) {
		if strings.Contains(err.Error(), "scratch") {
			faults = append(faults, err.Error())
		}
	}}
	_, _ = checker.Check("spanwise/annotations", files, append(slices.Clip(program), kind), nil)
	return faults
}

// nothing is an importer to which every package is empty.
type nothing struct{}

func (nothing) Import(name string) (*types.Package, error) {
	p := types.NewPackage(name, path.Base(name))
	p.MarkComplete()
	return p, nil
}
