package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"

	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/embed"
	cliflag "k8s.io/component-base/cli/flag"
	kubeletv1beta1 "k8s.io/kubelet/config/v1beta1"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app/options"
	kcmnames "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app/options"
	kubeproxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app/options"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app/options"
	kubeletconfig "k8s.io/kubernetes/pkg/kubelet/apis/config"
	kubeletscheme "k8s.io/kubernetes/pkg/kubelet/apis/config/scheme"
)

// Flag is what a component knows of one of its flags.
type Flag struct {
	// Of pflag: bool, stringSlice, mapStringBool …
	Type string `json:"type"`
	// Dotted, in the component's configuration file.
	Field string `json:"field,omitempty"`
}

func componentFlags() (map[string]map[string]Flag, error) {
	kubeletFlags, err := ofKubelet()
	if err != nil {
		return nil, err
	}
	managerOptions, err := controllermanager.NewKubeControllerManagerOptions()
	if err != nil {
		return nil, err
	}
	manager := managerOptions.Flags(kcmnames.KnownControllers(), kcmnames.ControllersDisabledByDefault(), kcmnames.ControllerAliases())
	api := apiserver.NewServerRunOptions().Flags()
	schedulerFlags := *scheduler.NewOptions().Flags
	proxy := pflag.NewFlagSet("", pflag.ContinueOnError)
	kubeproxy.NewOptions().AddFlags(proxy)
	return map[string]map[string]Flag{
		"kube-apiserver":          ofSets(api),
		"kube-controller-manager": ofSets(manager),
		"kube-scheduler":          ofSets(schedulerFlags),
		"kube-proxy":              ofSet(proxy),
		"kubelet":                 kubeletFlags,
		"etcd":                    ofEtcd(),
	}, nil
}

func ofSets(sets cliflag.NamedFlagSets) map[string]Flag {
	all := pflag.NewFlagSet("", pflag.ContinueOnError)
	for _, set := range sets.FlagSets {
		all.AddFlagSet(set)
	}
	return ofSet(all)
}

func ofSet(set *pflag.FlagSet) map[string]Flag {
	flags := map[string]Flag{}
	set.VisitAll(func(f *pflag.Flag) { flags[f.Name] = Flag{Type: f.Value.Type()} })
	return flags
}

// Which field a flag sets shows when it is set.
func ofKubelet() (map[string]Flag, error) {
	own := pflag.NewFlagSet("", pflag.ContinueOnError)
	kubelet.NewKubeletFlags().AddFlags(own)
	kubelet.AddGlobalFlags(own)
	flags := ofSet(own)
	names := []string{}
	probe, _, err := kubeletFlagSet()
	if err != nil {
		return nil, err
	}
	probe.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	for _, name := range names {
		known, err := probed(name)
		if err != nil {
			return nil, err
		}
		flags[name] = known
	}
	return flags, nil
}

func kubeletFlagSet() (*pflag.FlagSet, *kubeletconfig.KubeletConfiguration, error) {
	config, err := kubelet.NewKubeletConfiguration()
	if err != nil {
		return nil, nil, err
	}
	set := pflag.NewFlagSet("", pflag.ContinueOnError)
	set.SetOutput(io.Discard)
	kubelet.AddKubeletConfigFlags(set, config)
	return set, config, nil
}

// What some flag takes, each of another form.
var samples = []string{
	"true", "false", "7", "0.5", "77s", "sample", "192.0.2.7", "192.0.2.0/24", "AllAlpha=true", "cpu=7m", "memory=7%",
	"memory<7Mi", "memory=77s", "a=b:NoSchedule", "0:memory=1Gi", "json", "7Ki", "a=7", "static", "hairpin-veth",
}

// Probed sets a flag to one value after another until some field of the configuration changes.
func probed(name string) (Flag, error) {
	known := Flag{}
	for _, value := range samples {
		set, config, err := kubeletFlagSet()
		if err != nil {
			return known, err
		}
		known.Type = set.Lookup(name).Value.Type()
		before, err := leaves(config)
		if err != nil {
			return known, err
		}
		if set.Set(name, value) != nil {
			continue
		}
		after, err := leaves(config)
		if err != nil {
			return known, err
		}
		if known.Field = changed(before, after); known.Field != "" {
			return known, nil
		}
	}
	fmt.Fprintf(os.Stderr, "--%s sets no field of the configuration\n", name)
	return known, nil
}

// Leaves gives each scalar of a configuration by its path, lists and maps of scalars as one.
func leaves(config *kubeletconfig.KubeletConfiguration) (map[string]string, error) {
	scheme, _, err := kubeletscheme.NewSchemeAndCodecs()
	if err != nil {
		return nil, err
	}
	versioned := &kubeletv1beta1.KubeletConfiguration{}
	if err := scheme.Convert(config, versioned, nil); err != nil {
		return nil, err
	}
	found := map[string]string{}
	collect(reflect.ValueOf(versioned).Elem(), "", found)
	return found, nil
}

func collect(value reflect.Value, path string, found map[string]string) {
	if value.Kind() == reflect.Pointer && !value.IsNil() {
		value = value.Elem()
	}
	_, isSpecial := special[value.Type().PkgPath()+"."+value.Type().Name()]
	if value.Kind() != reflect.Struct || isSpecial {
		text, _ := json.Marshal(value.Interface())
		found[path] = string(text)
		return
	}
	for i := range value.NumField() {
		field := value.Type().Field(i)
		tag, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if tag == "" && (field.Anonymous || strings.Contains(options, "inline")) {
			collect(value.Field(i), path, found)
			continue
		}
		collect(value.Field(i), strings.TrimPrefix(path+"."+tag, "."), found)
	}
}

func changed(before, after map[string]string) string {
	for path, value := range after {
		if before[path] != value {
			return path
		}
	}
	return ""
}

type boolFlag interface{ IsBoolFlag() bool }

// Flags of the command itself, beside those of the embedded server.
var ofEtcdCommand = map[string]Flag{
	"config-file": {Type: "string"}, "discovery-fallback": {Type: "string"}, "initial-cluster-state": {Type: "string"},
	"v2-deprecation": {Type: "string"}, "version": {Type: "bool"},
}

func ofEtcd() map[string]Flag {
	set := flag.NewFlagSet("", flag.ContinueOnError)
	embed.NewConfig().AddFlags(set)
	flags := map[string]Flag{}
	for name, known := range ofEtcdCommand {
		flags[name] = known
	}
	set.VisitAll(func(f *flag.Flag) {
		kind := "string"
		if b, ok := f.Value.(boolFlag); ok && b.IsBoolFlag() {
			kind = "bool"
		} else if getter, ok := f.Value.(flag.Getter); ok {
			switch getter.Get().(type) {
			case int, int64, uint, uint64:
				kind = "int"
			case float64:
				kind = "float64"
			}
		}
		switch f.Name {
		case "cipher-suites", "client-cert-allowed-hostname", "peer-cert-allowed-cn", "peer-cert-allowed-hostname",
			"listen-client-urls", "listen-peer-urls", "advertise-client-urls", "initial-advertise-peer-urls",
			"listen-metrics-urls", "listen-client-http-urls", "log-outputs":
			// The last one given counts as a whole.
			kind = "commaSeparated"
		case "feature-gates":
			kind = "mapStringBool"
		}
		flags[f.Name] = Flag{Type: kind}
	})
	return flags
}
