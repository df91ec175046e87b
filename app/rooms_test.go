//go:build !js

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What the page may grow to: it composes rooms, and knows nothing that one of them
// can know.
const (
	mostPageFields  = 20
	mostPageMethods = 60
	mostRoomLines   = 4000 // without tests
)

func TestThePageOnlyComposesRooms(t *testing.T) {
	fields, methods := 0, 0
	for _, f := range parsed(t, "ui") {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				if structure, is := n.Type.(*ast.StructType); is && n.Name.Name == "Page" {
					fields = structure.Fields.NumFields()
				}
			case *ast.FuncDecl:
				if isPageMethod(n) {
					methods++
				}
			}
			return true
		})
	}
	t.Logf("the page has %d fields and %d methods", fields, methods)
	if fields == 0 || fields > mostPageFields {
		t.Errorf("the page has %d fields, and may have %d", fields, mostPageFields)
	}
	if methods == 0 || methods > mostPageMethods {
		t.Errorf("the page has %d methods, and may have %d", methods, mostPageMethods)
	}
}

func isPageMethod(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return false
	}
	pointer, is := f.Recv.List[0].Type.(*ast.StarExpr)
	if !is {
		return false
	}
	name, is := pointer.X.(*ast.Ident)
	return is && name.Name == "Page"
}

// parsed is the Go files of a folder, tests aside.
func parsed(t *testing.T, folder string) []*ast.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func TestNoRoomGrowsTooLarge(t *testing.T) {
	folders, err := filepath.Glob("ui/*/")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range append(folders, "ui") {
		lines := 0
		paths, _ := filepath.Glob(filepath.Join(folder, "*.go")) // the pattern is right
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			lines += strings.Count(string(source), "\n")
		}
		if lines > mostRoomLines {
			t.Errorf("app/%s has %d lines, and may have %d: it is more than one room", folder, lines, mostRoomLines)
		}
	}
}
