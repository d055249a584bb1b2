// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "VisaFee",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "visafee", targets: ["visafee"]),
        .library(name: "PaymentEngine", targets: ["PaymentEngine", "ServiceConfig"]),
        .library(name: "SQLiteStore", targets: ["SQLiteStore"]),
        .library(name: "DeskSocket", targets: ["DeskSocket", "OperatorDesk"]),
    ],
    dependencies: [
        // The command line: parsing, help and shell completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 of generated content, and Ed25519 signatures on releases.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // The applicants' pages.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // The operators' socket, without blocking the threads that tasks run on.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // SQLite, without blocking the threads that tasks run on.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Floor 1: words and values that know nothing else.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CFileExchange"),
        .target(name: "CanonicalJSON"),
        .target(name: "CivilTime"),
        .target(name: "Money"),
        .target(name: "Divisions", dependencies: ["Vocabulary"], resources: [.embedInCode("Resources")]),
        .target(
            name: "Diagnostics",
            dependencies: ["CanonicalJSON", "CivilTime", "Vocabulary"],
            resources: [.embedInCode("Schemas")]
        ),
        .target(name: "Vocabulary", dependencies: ["CivilTime", "Money"]),

        // The registry half: bytes to a validated registry to content.
        .target(name: "SourceTree", dependencies: ["CLibYAML", "Diagnostics", "Vocabulary"]),
        .target(
            name: "CityRegistry",
            dependencies: [
                "CanonicalJSON", "CivilTime", "Diagnostics", "Divisions", "Money", "SourceTree", "Vocabulary",
            ]
        ),
        .target(
            name: "RegistryRules",
            dependencies: [
                "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "Money", "SourceTree", "Vocabulary",
            ]
        ),
        .target(
            name: "RegistryEditing",
            dependencies: ["CityRegistry", "CivilTime", "Diagnostics", "SourceTree", "Vocabulary"]
        ),
        .target(
            name: "LanguageServer",
            dependencies: [
                "CanonicalJSON", "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "Money", "RegistryRules",
                "SourceTree", "Vocabulary",
            ]
        ),
        .target(
            name: "ConfigGenerator",
            dependencies: [
                "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "RegistryRules", "ServiceConfig", "Vocabulary",
            ]
        ),

        // What is due in a registry, by the day.
        .target(
            name: "Agenda",
            dependencies: [
                "CanonicalJSON", "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "RegistryRules", "Vocabulary",
            ],
            resources: [.embedInCode("Schemas")]
        ),

        // The engine half. The two halves meet only at ServiceConfig.
        .target(name: "ServiceConfig", dependencies: ["CanonicalJSON", "CivilTime", "Money", "Vocabulary"]),
        .target(
            name: "PaymentEngine",
            dependencies: ["CanonicalJSON", "CivilTime", "Money", "ServiceConfig", "Vocabulary"]
        ),
        // Worlds in which the engine is tried: whole years of faults, and every place where a process can die.
        .target(
            name: "Simulation",
            dependencies: ["CivilTime", "Money", "PaymentEngine", "ServiceConfig", "Vocabulary"]
        ),
        .target(
            name: "SQLiteStore",
            dependencies: ["PaymentEngine", "ServiceConfig", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .target(
            name: "Bundles",
            dependencies: [
                "CanonicalJSON", "CivilTime", "ServiceConfig", "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        .target(
            name: "Rollout",
            dependencies: ["CanonicalJSON", "CivilTime", "Money", "ServiceConfig", "Vocabulary"]
        ),

        // What operators ask of a running service, and what they decide.
        .target(
            name: "OperatorDesk",
            dependencies: ["CanonicalJSON", "CivilTime", "Money", "PaymentEngine", "ServiceConfig", "Vocabulary"]
        ),
        .target(
            name: "DeskSocket",
            dependencies: [
                "CanonicalJSON", "OperatorDesk",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),

        // What people see.
        .target(
            name: "ApplicantAnswers",
            dependencies: [
                "CanonicalJSON", "CivilTime", "Money", "PaymentEngine", "ServiceConfig", "Vocabulary",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")]
        ),
        .target(
            name: "VisaFeeCommands",
            dependencies: [
                "Agenda",
                "ApplicantAnswers",
                "Bundles",
                "CFileExchange",
                "CanonicalJSON",
                "CityRegistry",
                "CivilTime",
                "ConfigGenerator",
                "DeskSocket",
                "Diagnostics",
                "Divisions",
                "LanguageServer",
                "Money",
                "OperatorDesk",
                "PaymentEngine",
                "RegistryEditing",
                "RegistryRules",
                "Rollout",
                "SQLiteStore",
                "ServiceConfig",
                "Simulation",
                "SourceTree",
                "Vocabulary",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .executableTarget(
            name: "visafee",
            dependencies: ["VisaFeeCommands", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),

        // Measured by hand; `swift build --product visafee` never builds it.
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["Divisions", "SeededRandomness"],
            path: "Tests/Benchmarks",
            exclude: ["Micro", "Payments", "floor", "launcher", "rivals"]
        ),
        .executableTarget(
            name: "MicroBenchmarks",
            dependencies: ["CanonicalJSON", "CivilTime", "PaymentEngine", "ServiceConfig", "Vocabulary"],
            path: "Tests/Benchmarks/Micro",
            exclude: ["allocations"]
        ),

        // Every place where a process can die, and every two in a row: optimised, in CI.
        .executableTarget(
            name: "Trials",
            dependencies: ["PaymentEngine", "Simulation", "Vocabulary"],
            path: "Tests/Trials"
        ),
        .executableTarget(
            name: "PaymentBenchmarks",
            dependencies: [
                "PaymentEngine", "SQLiteStore", "ServiceConfig", "StoreConformance",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Tests/Benchmarks/Payments"
        ),

        // Breaks valid registries in every way a rule speaks of.
        .target(
            name: "RuleMutation",
            dependencies: [
                "CivilTime", "Diagnostics", "RegistryRules", "SeededRandomness", "SourceTree", "Vocabulary",
            ],
            path: "Tests/RuleMutation"
        ),
        // Run by hand for millions of files; the tests try some thousands.
        .target(
            name: "Fuzzing",
            dependencies: [
                "CivilTime", "Diagnostics", "RegistryExamples", "RegistryRules", "SeededRandomness", "SourceTree",
                "Vocabulary",
            ],
            path: "Tests/Fuzzing",
            exclude: ["Command"]
        ),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["Fuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/Fuzzing/Command"
        ),

        // A process that takes payments, and what kills it: run by hand for hundreds of kills; the tests kill it ten times.
        .target(
            name: "Crashing",
            dependencies: [
                "CivilTime", "Money", "PaymentEngine", "SQLiteStore", "SeededRandomness", "ServiceConfig",
                "StoreConformance",
            ],
            path: "Tests/Crashing",
            exclude: ["Command"]
        ),
        .executableTarget(name: "Crash", dependencies: ["Crashing"], path: "Tests/Crashing/Command"),

        // Tests mirror the sources.
        .target(name: "SeededRandomness", path: "Tests/SeededRandomness"),
        .target(
            name: "RegistryExamples",
            dependencies: ["CivilTime", "Diagnostics", "Divisions", "RegistryRules"],
            path: "Tests/RegistryExamples"
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "CityRegistry", "ConfigGenerator", "Diagnostics", "Divisions", "RegistryRules", "ServiceConfig",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/TestSupport"
        ),
        .testTarget(
            name: "AgreementTests",
            dependencies: [
                "CityRegistry", "CivilTime", "ConfigGenerator", "Money", "PaymentEngine", "RegistryRules",
                "ServiceConfig", "TestSupport", "Vocabulary",
            ],
            path: "Tests/Agreement",
            exclude: ["evaluator.py", "test_evaluator.py"]
        ),
        .testTarget(
            name: "ConfigGeneratorTests",
            dependencies: [
                "CivilTime", "ConfigGenerator", "PaymentEngine", "ServiceConfig", "TestSupport", "Vocabulary",
            ],
            exclude: ["Goldens"]
        ),
        .testTarget(name: "FuzzingTests", dependencies: ["Diagnostics", "Fuzzing", "RegistryRules"]),
        .testTarget(
            name: "RuleMutationTests",
            dependencies: [
                "ConfigGenerator", "Diagnostics", "RegistryExamples", "RegistryRules", "RuleMutation",
                "SeededRandomness", "ServiceConfig", "TestSupport", "Vocabulary",
            ]
        ),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: [
                "CanonicalJSON", "CityRegistry", "CivilTime", "Diagnostics", "LanguageServer", "RegistryExamples",
                "RegistryRules", "SeededRandomness", "Vocabulary",
            ]
        ),
        .testTarget(name: "CrashingTests", dependencies: ["Crash", "Crashing"]),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"]),
        .testTarget(
            name: "VisaFeeCommandsTests",
            dependencies: [
                "Diagnostics", "PaymentEngine", "SQLiteStore", "SeededRandomness", "StoreConformance", "TestSupport",
                "VisaFeeCommands", "visafee",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON", "SeededRandomness"]),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime", "SeededRandomness"]),
        .testTarget(
            name: "AgendaTests",
            dependencies: [
                "Agenda", "CivilTime", "Diagnostics", "RegistryRules", "SeededRandomness", "TestSupport", "Vocabulary",
            ]
        ),
        .testTarget(name: "MoneyTests", dependencies: ["Money", "SeededRandomness"]),
        .testTarget(name: "DivisionsTests", dependencies: ["Divisions", "SeededRandomness", "Vocabulary"]),
        .testTarget(
            name: "DiagnosticsTests",
            dependencies: ["CanonicalJSON", "CivilTime", "Diagnostics", "SeededRandomness", "Vocabulary"]
        ),
        .testTarget(
            name: "CityRegistryTests",
            dependencies: [
                "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "Money", "SourceTree", "Vocabulary",
            ]
        ),
        .testTarget(
            name: "RegistryRulesTests",
            dependencies: [
                "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "Money", "RegistryExamples", "RegistryRules",
                "SeededRandomness", "SourceTree", "Vocabulary",
            ]
        ),
        .testTarget(
            name: "RegistryEditingTests",
            dependencies: [
                "CityRegistry", "CivilTime", "Diagnostics", "Divisions", "RegistryEditing", "RegistryExamples",
                "RegistryRules", "RuleMutation", "SeededRandomness", "SourceTree", "Vocabulary",
            ]
        ),
        .testTarget(
            name: "ApplicantAnswersTests",
            dependencies: [
                "ApplicantAnswers", "CanonicalJSON", "CivilTime", "FictionalCities", "Money", "PaymentEngine",
                "ServiceConfig",
                "Vocabulary",
            ]
        ),
        .target(
            name: "FictionalCities",
            dependencies: ["CivilTime", "Money", "ServiceConfig", "Vocabulary"],
            path: "Tests/FictionalCities"
        ),
        .testTarget(
            name: "ServiceConfigTests",
            dependencies: [
                "CanonicalJSON", "CivilTime", "FictionalCities", "Money", "SeededRandomness", "ServiceConfig",
                "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "PaymentEngineTests",
            dependencies: [
                "CivilTime", "FictionalCities", "Money", "PaymentEngine", "SeededRandomness", "ServiceConfig",
                "StoreConformance", "Vocabulary",
            ]
        ),
        .testTarget(
            name: "DeskSocketTests",
            dependencies: [
                "CanonicalJSON", "CivilTime", "DeskSocket", "Money", "OperatorDesk", "PaymentEngine",
                "StoreConformance", "Vocabulary", "visafee",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(name: "SimulationTests", dependencies: ["PaymentEngine", "Simulation", "Vocabulary"]),
        // What every store has to pass: run by each store's own tests.
        .target(
            name: "StoreConformance",
            dependencies: [
                "Money", "PaymentEngine", "SeededRandomness", "ServiceConfig",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/StoreConformance"
        ),
        // A disk below SQLite that refuses to sync.
        .target(name: "FailingDisk", path: "Tests/FailingDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "FailingDisk", "PaymentEngine", "SQLiteStore", "ServiceConfig", "StoreConformance",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "SourceTreeTests",
            dependencies: ["Diagnostics", "SeededRandomness", "SourceTree", "Vocabulary"]
        ),
        .testTarget(
            name: "RolloutTests",
            dependencies: [
                "CanonicalJSON", "CivilTime", "FictionalCities", "Rollout", "SeededRandomness", "ServiceConfig",
                "TestSupport", "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "BundlesTests",
            dependencies: [
                "Bundles", "CivilTime", "FictionalCities", "SeededRandomness", "ServiceConfig", "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),  // SE-0335
            .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
            .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
            .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
            .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
            .treatAllWarnings(as: .error),  // SE-0480
            .treatWarning("DeprecatedDeclaration", as: .warning),  // a dependency's release must not break this build
        ]
}
