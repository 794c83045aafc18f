package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"

	kubeadmv1beta4 "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/v1beta4"
)

type schema = map[string]any

var marshaler = reflect.TypeFor[json.Marshaler]()

// Types whose JSON is not what their fields say.
var special = map[string]schema{
	"k8s.io/apimachinery/pkg/apis/meta/v1.Duration":                                 {"type": "string"},
	"k8s.io/apimachinery/pkg/apis/meta/v1.Time":                                     {"type": "string", "format": "date-time"},
	"k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime":                                {"type": "string", "format": "date-time"},
	"k8s.io/apimachinery/pkg/api/resource.Quantity":                                 {"type": "string"},
	"k8s.io/apimachinery/pkg/api/resource.QuantityValue":                            {"type": "string"},
	"k8s.io/apimachinery/pkg/util/intstr.IntOrString":                               {"format": "int-or-string"},
	"k8s.io/apimachinery/pkg/runtime.RawExtension":                                  {},
	"k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1":                                 {},
	"k8s.io/apimachinery/pkg/runtime.Unknown":                                       {},
	"k8s.io/component-base/logs/api/v1.TimeOrMetaDuration":                          {},
	"k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/v1beta4.BootstrapTokenString":   {"type": "string"},
	"k8s.io/kubernetes/cmd/kubeadm/app/apis/bootstraptoken/v1.BootstrapTokenString": {"type": "string"},
}

type collector struct {
	schemas map[string]schema
	// The package whose types of an older version these are, and what that version is called.
	olderOf, older string
}

func configurationSchemas() (map[string]schema, error) {
	found, err := kinds()
	if err != nil {
		return nil, err
	}
	all := collector{schemas: map[string]schema{}}
	for kind, object := range found {
		all.addRoot(reflect.TypeOf(object).Elem(), kind.Group, kind.Version, kind.Kind)
	}
	addKubeadmV1beta3(&all)
	return all.schemas, nil
}

// Kubeadm's v1beta3 is no longer part of Kubernetes: it was v1beta4 with extra arguments as a map, and a timeout in
// another place.
func addKubeadmV1beta3(all *collector) {
	older := collector{schemas: all.schemas, olderOf: "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/v1beta4", older: "v1beta3"}
	for kind, object := range map[string]any{
		"ClusterConfiguration": kubeadmv1beta4.ClusterConfiguration{},
		"InitConfiguration":    kubeadmv1beta4.InitConfiguration{},
		"JoinConfiguration":    kubeadmv1beta4.JoinConfiguration{},
	} {
		older.addRoot(reflect.TypeOf(object), "kubeadm.k8s.io", "v1beta3", kind)
	}
	apiServer := all.schemas["io.k8s.kubernetes.cmd.kubeadm.app.apis.kubeadm.v1beta3.APIServer"]
	apiServer["properties"].(schema)["timeoutForControlPlane"] = schema{"type": "string"}
}

func (c *collector) addRoot(of reflect.Type, group, version, kind string) {
	root := c.schemas[c.refer(of)]
	root["x-kubernetes-group-version-kind"] = []any{schema{"group": group, "version": version, "kind": kind}}
}

// Refer adds a struct's schema, if it is new, and gives its name.
func (c *collector) refer(of reflect.Type) string {
	path := of.PkgPath()
	if path == c.olderOf {
		path = strings.TrimSuffix(path, "v1beta4") + c.older
	}
	host, rest, _ := strings.Cut(path, "/")
	parts := strings.Split(host, ".")
	name := parts[1] + "." + parts[0] + "." + strings.ReplaceAll(rest, "/", ".") + "." + of.Name()
	if _, known := c.schemas[name]; known {
		return name
	}
	properties := schema{}
	c.schemas[name] = schema{"type": "object", "properties": properties}
	c.addFields(of, properties)
	return name
}

func (c *collector) addFields(of reflect.Type, properties schema) {
	for field := range of.Fields() {
		tag, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case tag == "-":
		case field.Anonymous && (tag == "" || strings.Contains(options, "inline")):
			c.addFields(dereferenced(field.Type), properties)
		case !field.IsExported():
		default:
			if tag == "" {
				tag = field.Name
			}
			properties[tag] = c.schemaOf(field.Type)
			if tag == "extraArgs" || tag == "kubeletExtraArgs" {
				if c.olderOf != "" {
					properties[tag] = schema{"type": "object", "additionalProperties": schema{"type": "string"}}
				}
			}
		}
	}
}

func dereferenced(of reflect.Type) reflect.Type {
	if of.Kind() == reflect.Pointer {
		return of.Elem()
	}
	return of
}

func (c *collector) schemaOf(of reflect.Type) schema {
	if of.Kind() == reflect.Pointer {
		return c.schemaOf(of.Elem())
	}
	if known, found := special[of.PkgPath()+"."+of.Name()]; found {
		return known
	}
	if of.Implements(marshaler) || reflect.PointerTo(of).Implements(marshaler) {
		// What makes its own JSON is text as far as Kubernetes has such types.
		fmt.Fprintf(os.Stderr, "%s.%s is taken for text\n", of.PkgPath(), of.Name())
		return schema{"type": "string"}
	}
	switch of.Kind() {
	case reflect.Interface:
		return schema{}
	case reflect.String:
		return schema{"type": "string"}
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Int32, reflect.Uint8, reflect.Uint16, reflect.Int16, reflect.Int8:
		return schema{"type": "integer", "format": "int32"}
	case reflect.Int, reflect.Int64, reflect.Uint32, reflect.Uint64, reflect.Uint:
		return schema{"type": "integer", "format": "int64"}
	case reflect.Float32, reflect.Float64:
		return schema{"type": "number"}
	case reflect.Slice, reflect.Array:
		if of.Elem().Kind() == reflect.Uint8 {
			return schema{"type": "string", "format": "byte"}
		}
		return schema{"type": "array", "items": c.schemaOf(of.Elem())}
	case reflect.Map:
		return schema{"type": "object", "additionalProperties": c.schemaOf(of.Elem())}
	case reflect.Struct:
		return schema{"$ref": "#/components/schemas/" + c.refer(of)}
	}
	panic(fmt.Sprintf("no schema for %s", of))
}
