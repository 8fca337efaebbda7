# Every verb is a script of its own in scripts/, or one call of swift. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help bootstrap build demo test bench lint format golden docs

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' Makefile

bootstrap: ## fetch the pinned engine and the Debian packages the build needs
	@scripts/bootstrap

build: bootstrap ## build lavoir in release
	@scripts/build release

demo: build ## run the whole chain on the example town and say what to try next
	@scripts/demo

test: bootstrap ## run every test: needs nothing done beforehand
	@scripts/test

bench: build ## print ratios against the engine's own floor, measured in the same run
	@export PKG_CONFIG_PATH=$(CURDIR)/.vendor/lib/pkgconfig; swift build -c release --product Floor && swift build -c release --product Queries && Benchmarks/run

lint: bootstrap ## formatting, house rules, shell scripts
	@scripts/lint

format: ## format the Swift sources
	@swift format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

golden: bootstrap ## write the golden files anew, to be read before they are committed
	@LAVOIR_GOLDEN=write scripts/test

docs: build ## write docs/reference anew, from what the rooms register
	@.build/release/lavoir reference docs/reference
