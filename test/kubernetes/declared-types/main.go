// Command declared-types prints the CEL types that the API server declares for the fields of each schema in a folder
// of OpenAPI v3 documents: {"io.k8s.api.core.v1.Pod": {"spec": "object", …}, …}. Types with fields are all "object".
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	apiservercel "k8s.io/apiserver/pkg/cel"
	"k8s.io/apiserver/pkg/cel/openapi"
	"k8s.io/apiserver/pkg/cel/openapi/resolver"
	"k8s.io/kube-openapi/pkg/validation/spec"
)

const prefix = "#/components/schemas/"

func main() {
	schemas, err := readSchemas(os.Args[1])
	if err != nil {
		panic(err)
	}
	find := func(ref string) (*spec.Schema, bool) {
		schema, found := schemas[strings.TrimPrefix(ref, prefix)]
		return schema, found
	}
	declared := map[string]map[string]string{}
	for name := range schemas {
		resolved, err := resolver.PopulateRefs(find, prefix+name)
		if err != nil {
			panic(err)
		}
		declared[name] = fields(openapi.SchemaDeclType(resolved, false))
	}
	if err := json.NewEncoder(os.Stdout).Encode(declared); err != nil {
		panic(err)
	}
}

func readSchemas(folder string) (map[string]*spec.Schema, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*_openapi.json"))
	if err != nil {
		return nil, err
	}
	schemas := map[string]*spec.Schema{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var document struct {
			Components struct {
				Schemas map[string]*spec.Schema `json:"schemas"`
			} `json:"components"`
		}
		if err := json.Unmarshal(text, &document); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for name, schema := range document.Components.Schemas {
			schemas[name] = schema
		}
	}
	return schemas, nil
}

func fields(declared *apiservercel.DeclType) map[string]string {
	named := map[string]string{}
	if declared == nil {
		return named
	}
	for name, field := range declared.Fields {
		named[name] = text(field.Type)
	}
	return named
}

func text(declared *apiservercel.DeclType) string {
	switch {
	case declared.IsList():
		return "list(" + text(declared.ElemType) + ")"
	case declared.IsMap():
		return "map(string, " + text(declared.ElemType) + ")"
	case declared.IsObject():
		return "object"
	}
	return declared.CelType().String()
}
