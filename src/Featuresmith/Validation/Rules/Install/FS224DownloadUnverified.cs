using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>What is downloaded to be installed is compared with a checksum or a signature.</summary>
public sealed class FS224DownloadUnverified : IFeatureRule
{
    private static readonly string[] Checkers =
    [
        "sha256sum",
        "sha512sum",
        "sha384sum",
        "sha1sum",
        "md5sum",
        "shasum",
        "cosign",
        "minisign",
        "gpgv",
        "gpgv2",
        "rpmkeys",
    ];

    // What is itself a key, a signature or a list of checksums, and what holds settings rather than programs.
    private static readonly string[] Proofs =
    [
        ".gpg",
        ".asc",
        ".key",
        ".pub",
        ".sig",
        ".pem",
        ".sha256",
        ".sha512",
        ".list",
        ".repo",
        "checksums",
        "SUMS",
        "KEY",
    ];

    public RuleInfo Info { get; } = new("FS224", "download-unverified", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        feature.Scripts.Installing.SelectMany(Invocation.All).Any(Verifies)
            ? []
            : from script in feature.Scripts.Installing
            from download in Download.In(script)
            where Keeps(script, download) && !download.AsksForStatus && !IsProof(download)
            select new Finding(
                download.Invocation.Command.Span,
                "what this downloads is installed without being compared with a checksum or signature",
                "pin the version and its checksum, and check with sha256sum -c before using the file"
            );

    private static bool Verifies(Invocation invocation) =>
        Checkers.Contains(invocation.Program)
        || (invocation.Program is "gpg" or "gpg2" && invocation.Literals.Contains("--verify"))
        || (invocation.Program == "openssl" && invocation.Literals.Contains("dgst"))
        || (invocation.Program == "rpm" && invocation.Literals.Any(word => word is "-K" or "--checksig"));

    private static bool Keeps(ShellScript script, Download download) =>
        download.IsShown
            ? download.Invocation.Command.Redirections.Any(IsKept)
                || script.All<ShellPipeline>().Any(pipeline => IsUnpacked(pipeline, download))
            : download.TargetName != "/dev/null";

    private static bool IsKept(ShellRedirection redirection) =>
        redirection is { IsOutput: true, Target.Literal: not "/dev/null" };

    private static bool IsUnpacked(ShellPipeline pipeline, Download download) =>
        pipeline.Commands.Contains(download.Invocation.Command)
        && pipeline
            .Commands.OfType<ShellSimpleCommand>()
            .Any(command => command.Name is "tar" or "unzip" or "gunzip" or "dpkg");

    private static bool IsProof(Download download) =>
        download
            .Addresses.Concat(download.Invocation.Command.Redirections.Select(redirection => redirection.Target))
            .Select(word => word.Raw)
            .Append(download.TargetName ?? "")
            .Any(text => Proofs.Any(proof => text.Contains(proof, StringComparison.Ordinal)));
}
