using System.Diagnostics;
using System.Net.Sockets;
using Featuresmith.Packaging;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Packaging;

public class FeaturePackagerTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFeature()
    {
        folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", """{ "id": "hello", "version": "1.0.0", "name": "Hello" }""");
        folder.Write("hello/install.sh", "#!/bin/sh\ntrue\n");
    }

    [TearDown]
    public void RemoveFeature() => folder.Dispose();

    [Test]
    [Platform(Exclude = "Win")]
    public void Times_modes_and_empty_folders_of_the_checkout_change_no_byte()
    {
        var before = Digest();
        File.SetLastWriteTimeUtc(Full("install.sh"), DateTime.UnixEpoch);
        File.SetUnixFileMode(Full("install.sh"), UnixFileMode.UserRead);
        File.SetUnixFileMode(Full("devcontainer-feature.json"), UnixFileMode.UserRead | UnixFileMode.OtherWrite);
        Directory.CreateDirectory(Full("empty"));
        Digest().ShouldBe(before);
        File.AppendAllText(Full("more"), "");
        Digest().ShouldNotBe(before);
    }

    [Test]
    public void Leftovers_and_secrets_stay_out_and_are_named_once()
    {
        var before = Digest();
        folder.Write("hello/.git/config", "x");
        folder.Write("hello/node_modules/a/index.js", "x");
        folder.Write("hello/lib/.env", "TOKEN=1");
        folder.Write("hello/install.sh~", "x");
        var packed = Pack();
        packed.LeftOut.ShouldBe([".git", "install.sh~", "lib/.env", "node_modules"]);
        packed.Artifact.Layer.Digest.ShouldBe(before);
    }

    [TestCase("/etc/hostname")]
    [TestCase("../secret")]
    [Platform(Exclude = "Win", Reason = "making links needs a privilege there")]
    public void A_link_that_leaves_the_folder_is_refused(string target)
    {
        File.CreateSymbolicLink(Full("link"), target);
        Should.Throw<PackagingException>(Pack).Message.ShouldContain("hello/link: is a link to");
    }

    [TestCase("mkfifo", "")]
    [TestCase("mknod", "c 1 3")]
    [TestCase("mknod", "b 7 200")]
    [Platform("Linux")]
    public void What_is_no_file_is_refused_and_not_waited_for(string program, string more)
    {
        using var make = Process.Start(
            program,
            [Full("odd"), .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
        );
        make.WaitForExit();
        if (make.ExitCode != 0)
        {
            Assert.Ignore($"{program} {more} is not allowed here");
        }

        Should.Throw<PackagingException>(Pack).Message.ShouldContain("hello/odd: is neither a file nor a folder");
    }

    [Test]
    [Platform("Linux")]
    public void A_socket_is_refused_and_an_empty_file_is_not()
    {
        File.WriteAllText(Full("empty"), "");
        Pack().Artifact.Archive.Length.ShouldBeGreaterThan(0);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Full("odd")));
        Should.Throw<PackagingException>(Pack).Message.ShouldContain("hello/odd: is neither a file nor a folder");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "making links needs a privilege there")]
    public void A_link_to_a_folder_stays_a_link_and_is_not_entered()
    {
        folder.Write("hello/lib/a", "1");
        File.CreateSymbolicLink(Full("other"), "lib");
        var paths = FeatureFiles.Read(Full("")).Entries.Select(entry => (entry.Path, entry.LinkTarget));
        paths.ShouldBe([("devcontainer-feature.json", null), ("install.sh", null), ("lib/a", null), ("other", "lib")]);
    }

    [TestCase("{ \"id\": \"hello\" }", "has no \"version\"")]
    [TestCase("{ \"version\": \"1.0.0\" }", "has no \"id\"")]
    [TestCase("{ \"id\": \"hello\", \"version\": \"1.0.0+b1\" }", "cannot be published")]
    [TestCase("{ \"id\": \"hello\"", "is no JSON object")]
    [TestCase("", "is no JSON object")]
    public void Metadata_that_cannot_be_published_is_refused_with_its_file(string metadata, string reason)
    {
        folder.Write("hello/devcontainer-feature.json", metadata);
        var refusal = Should.Throw<PackagingException>(Pack);
        refusal.Message.ShouldContain("hello/devcontainer-feature.json");
        refusal.Message.ShouldContain(reason);
    }

    [Test]
    public void A_Feature_without_install_script_is_refused()
    {
        File.Delete(Full("install.sh"));
        Should.Throw<PackagingException>(Pack).Message.ShouldContain("has no install.sh");
    }

    [Test]
    public void A_renamed_Feature_tells_its_current_id_in_manifest_and_archive_as_the_devcontainers_CLI_does()
    {
        folder.Write(
            "hello/devcontainer-feature.json",
            """{ "id": "hello", "version": "1.0.0", "legacyIds": ["hi"] /* once */ }"""
        );
        var packed = Pack();
        packed.Artifact.AllIds.ShouldBe(["hello", "hi"]);
        packed.Artifact.MetadataText.ShouldEndWith("\"legacyIds\":[\"hi\"],\"currentId\":\"hello\"}");
        System
            .Text.Encoding.UTF8.GetString(packed.Artifact.Archive.Span)
            .ShouldContain("\n    \"currentId\": \"hello\"\n}");
    }

    private string Full(string path) => Path.Combine(folder.Path, "hello", path);

    private PackedFeature Pack() => FeaturePackager.Pack(Path.Combine(folder.Path, "hello"), path => path);

    private string Digest() => Pack().Artifact.Layer.Digest;
}
