//go:build !js

package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"spanwise/corpus"
)

// bundledFolder is where the bundled articles are, seen from the module's root.
const bundledFolder = "corpus/articles"

// overlay writes the description of a build in which a person's own articles
// stand in place of the bundled ones. The go command reads it with -overlay: no
// file of the project is touched, and nothing of the person's is copied.
func overlay(_ context.Context, args []string) error {
	flags := flag.NewFlagSet("overlay", flag.ExitOnError)
	folder := flags.String("corpus", "", "the folder with the articles, *.md")
	out := flags.String("out", filepath.Join(".build", "overlay.json"), "the file to write")
	flags.Parse(args)

	bundled, err := filepath.Abs(filepath.FromSlash(bundledFolder))
	if err != nil {
		return err
	}
	replace, err := replacements(bundled, *folder)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(*out, data, 0o644)
}

// replacements maps every article of the bundled folder to nothing and every
// one of the person's folder into it, all paths absolute. An article that
// cannot be read is an error that names its file and line.
func replacements(bundled, folder string) (map[string]string, error) {
	own, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		return nil, err
	}
	if len(own) == 0 {
		return nil, fmt.Errorf("no articles (*.md) in %q", folder)
	}
	hidden, err := filepath.Glob(filepath.Join(bundled, "*.md"))
	if err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for _, path := range hidden {
		replace[path] = ""
	}
	var bad []error
	for _, path := range own {
		source, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		bad = append(bad, checkArticle(path))
		replace[filepath.Join(bundled, filepath.Base(path))] = source
	}
	return replace, errors.Join(bad...)
}

// checkArticle reads an article as the program will.
func checkArticle(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	_, err = corpus.ParseArticle(path, data)
	return err
}
