module hpa-steward.dev/benchmarks/load

go 1.26.0
