// Command kubernetes-forms prints how Go writes the fields of the types of the Kubernetes API where they are empty:
// {"io.k8s.api.core.v1.Container": {"name": "s", "image": "z", …}, …}. A field that is written only where it is set is
// not listed. The letters are those of src/kubernetes/serialized-form.ts.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/kubernetes/scheme"
)

const (
	dropped    = "z" // left out where it is empty
	text       = "s"
	number     = "n"
	boolean    = "b"
	null       = "l"
	object     = "o"
	quantity   = "q"
	notWritten = ""
)

// Types that write themselves; none of them has fields.
var scalars = map[reflect.Type]string{
	reflect.TypeFor[metav1.Time]():          null,
	reflect.TypeFor[metav1.MicroTime]():     null,
	reflect.TypeFor[runtime.RawExtension](): null,
	reflect.TypeFor[resource.Quantity]():    quantity,
	reflect.TypeFor[intstr.IntOrString]():   number,
	reflect.TypeFor[metav1.Duration]():      text,
	reflect.TypeFor[metav1.FieldsV1]():      object,
}

type forms map[string]map[string]string

func main() {
	found := forms{}
	for _, known := range scheme.Scheme.AllKnownTypes() {
		found.add(known)
	}
	for name, fields := range found {
		if len(fields) == 0 {
			delete(found, name)
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		panic(err)
	}
}

func (f forms) add(named reflect.Type) {
	named = elementOf(named)
	if named.Kind() != reflect.Struct || scalars[named] != "" {
		return
	}
	name := openAPIName(named)
	if _, known := f[name]; known {
		return
	}
	fields := map[string]string{}
	f[name] = fields
	f.addFields(named, fields)
}

func (f forms) addFields(named reflect.Type, fields map[string]string) {
	for i := range named.NumField() {
		field := named.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" || !field.IsExported() {
			continue
		}
		if name == "" && field.Anonymous {
			f.addFields(elementOf(field.Type), fields)
			continue
		}
		if form := formOf(field.Type, options); form != notWritten {
			fields[name] = form
		}
		f.add(field.Type)
	}
}

func formOf(of reflect.Type, options string) string {
	omitsZero := strings.Contains(options, "omitzero")
	omitsEmpty := strings.Contains(options, "omitempty")
	form, isScalar := scalars[of]
	switch {
	case isScalar && omitsZero:
		return notWritten
	case isScalar:
		return form
	case of.Kind() == reflect.Struct && omitsZero:
		return dropped
	case of.Kind() == reflect.Struct:
		return object
	case of.Kind() == reflect.Pointer || of.Kind() == reflect.Interface:
		if omitsEmpty || omitsZero {
			return notWritten
		}
		return null
	case omitsEmpty:
		return dropped
	}
	switch of.Kind() {
	case reflect.String:
		return text
	case reflect.Bool:
		return boolean
	case reflect.Slice, reflect.Map:
		return null
	default:
		return number
	}
}

func elementOf(of reflect.Type) reflect.Type {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Map {
		of = of.Elem()
	}
	return of
}

// openAPIName of k8s.io/api/core/v1.Pod is io.k8s.api.core.v1.Pod.
func openAPIName(of reflect.Type) string {
	path := strings.TrimPrefix(of.PkgPath(), "k8s.io/")
	return "io.k8s." + strings.ReplaceAll(path, "/", ".") + "." + of.Name()
}
