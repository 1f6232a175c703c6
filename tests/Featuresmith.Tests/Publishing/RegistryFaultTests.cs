using System.Globalization;
using System.Text;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

public class RegistryFaultTests
{
    private const string Repository = "owner/features/hello";

    private FaultRegistry registry = null!;
    private OciRegistry client = null!;
    private List<TimeSpan> waits = null!;

    [SetUp]
    public async Task StartAsync()
    {
        registry = await FaultRegistry.StartAsync();
        waits = [];
        client = registry.Open(
            new RegistryOptions { ChunkSize = 16 * 1024, Timeout = TimeSpan.FromSeconds(20) },
            waits
        );
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await registry.DisposeAsync();
    }

    [Test]
    public async Task Too_many_requests_are_made_again_after_the_time_that_the_registry_asks_for()
    {
        Fail(3, context => Answer(context, 429, ("Retry-After", "7")));
        (await client.TagsAsync(Repository, default)).ShouldBeEmpty();
        waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)]);
    }

    [Test]
    public async Task A_registry_that_asks_for_an_hour_is_not_waited_for()
    {
        Fail(int.MaxValue, context => Answer(context, 429, ("Retry-After", "3600")));
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain("try again later");
        waits.ShouldBeEmpty();
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task A_fault_of_the_server_is_tried_again_with_growing_waits_and_in_the_end_told(int status)
    {
        Fail(2, context => Answer(context, status));
        (await client.TagsAsync(Repository, default)).ShouldBeEmpty();
        waits[1].ShouldBeGreaterThan(waits[0]);

        Fail(int.MaxValue, context => Answer(context, status));
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain(
            status.ToString(CultureInfo.InvariantCulture)
        );
    }

    [Test]
    public async Task A_connection_that_breaks_in_the_middle_of_a_blob_is_made_again()
    {
        var bytes = await StoreAsync(100_000);
        Fail(
            2,
            async context =>
            {
                context.Response.ContentLength = bytes.Length;
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, 5_000));
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        );
        (await client.BlobAsync(Repository, Describe(bytes), default)).ShouldBe(bytes);
        waits.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_body_that_ends_early_without_a_word_is_seen_by_its_digest()
    {
        var bytes = await StoreAsync(10_000);
        Fail(1, context => context.Response.Body.WriteAsync(bytes.AsMemory(0, 9_999)).AsTask());
        (await client.BlobAsync(Repository, Describe(bytes), default)).ShouldBe(bytes);
    }

    [Test]
    public async Task Wrong_bytes_are_refused()
    {
        var bytes = await StoreAsync(10_000);
        Fail(int.MaxValue, context => context.Response.Body.WriteAsync(new byte[10_000]).AsTask());
        (await Refused(() => client.BlobAsync(Repository, Describe(bytes), default))).ShouldContain(
            "do not have digest"
        );
        (await Refused(() => client.ManifestAsync(Repository, Describe(bytes).Digest, default))).ShouldContain(
            "does not have digest"
        );
    }

    [Test]
    public async Task More_bytes_than_the_manifest_promised_are_not_taken()
    {
        var bytes = await StoreAsync(1_000);
        Fail(
            1,
            async context =>
            {
                for (var part = 0; part < 1_000; part++)
                {
                    await context.Response.Body.WriteAsync(new byte[10_000]);
                }
            }
        );
        (await Refused(() => client.BlobAsync(Repository, Describe(bytes), default))).ShouldContain(
            "more than 1000 bytes"
        );
    }

    [Test]
    public async Task A_body_that_drips_for_ever_is_given_up()
    {
        using var impatient = registry.Open(new RegistryOptions { Timeout = TimeSpan.FromMilliseconds(200) });
        Fail(
            int.MaxValue,
            async context =>
            {
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(" "u8.ToArray());
                    await context.Response.Body.FlushAsync();
                    await Task.Delay(20);
                }
            }
        );
        (await Refused(() => impatient.TagsAsync(Repository, default))).ShouldContain("no whole answer within 0.2 s");
    }

    [Test]
    public async Task A_registry_that_is_not_there_is_told_with_its_name()
    {
        var host = registry.Host;
        await registry.DisposeAsync();
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain($"GET http://{host}/v2/");
    }

    [TestCase("""{"name":"x","tags":null}""")]
    [TestCase("""{"name":"x"}""")]
    public async Task Tags_that_are_null_are_none(string body)
    {
        Fail(1, context => context.Response.WriteAsync(body));
        (await client.TagsAsync(Repository, default)).ShouldBeEmpty();
    }

    [Test]
    public async Task Ten_thousand_tags_come_in_pages()
    {
        for (var tag = 0; tag < 10_000; tag++)
        {
            registry.Memory.Tags[(Repository, FormattableString.Invariant($"1.0.{tag}"))] = "x";
        }

        registry.Memory.PageSize = 100;
        (await client.TagsAsync(Repository, default)).Distinct().Count().ShouldBe(10_000);
        registry.Seen.Count.ShouldBe(100);
    }

    [Test]
    public async Task Pages_that_lead_in_a_circle_are_left()
    {
        Fail(
            int.MaxValue,
            context =>
            {
                context.Response.Headers.Link = "</v2/owner/features/hello/tags/list?last=a>; rel=\"next\"";
                return context.Response.WriteAsync("""{"tags":["a"]}""");
            }
        );
        (await Refused(() => client.TagsAsync(Repository, default))).ShouldContain("without an end");
    }

    [Test]
    public async Task A_large_blob_goes_in_chunks_and_what_arrived_is_not_sent_twice()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        var (breaks, received) = (2, 0L);
        registry.Fault = async context =>
        {
            if (context.Request.Method != "PATCH")
            {
                return false;
            }

            received += context.Request.ContentLength ?? 0;
            if (
                context.Request.Headers.ContentRange.ToString().StartsWith("0-", StringComparison.Ordinal)
                || breaks-- <= 0
            )
            {
                return false;
            }

            // The connection breaks when 1000 bytes of the chunk are there.
            var part = new byte[1_000];
            await context.Request.Body.ReadExactlyAsync(part);
            registry.Memory.KeepPart(context.Request.Path.Value!, part);
            context.Abort();
            return true;
        };
        var sent = 0L;
        await client.PushBlobAsync(new BlobUpload(Repository, Describe(bytes), bytes), count => sent += count, default);
        registry.Memory.Blobs[(Repository, Describe(bytes).Digest)].ShouldBe(bytes);
        sent.ShouldBe(bytes.Length);
        received.ShouldBeLessThan(bytes.Length + (2 * 16 * 1024));
        registry.Seen.Where(request => request.Method == "POST").ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_small_blob_whose_upload_breaks_is_begun_anew()
    {
        Fail(
            1,
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            },
            "PUT"
        );
        await client.PushBlobAsync(
            new BlobUpload(Repository, Describe("{}"u8.ToArray()), "{}"u8.ToArray()),
            _ => { },
            default
        );
        registry.Memory.Blobs.ShouldHaveSingleItem();
        registry.Seen.Count(request => request.Method == "POST").ShouldBe(2);
    }

    [TestCase(401, "no credential")]
    [TestCase(403, "no credential")]
    [TestCase(404, "check the namespace (-n)")]
    [TestCase(413, "limits the size")]
    [TestCase(405, "may not take OCI artifacts")]
    public async Task A_refusal_says_what_to_do(int status, string advice)
    {
        Fail(
            int.MaxValue,
            async context =>
            {
                context.Response.StatusCode = status;
                await context.Response.WriteAsync("""{"errors":[{"code":"DENIED","message":"no\u001b[31m"}]}""");
            }
        );
        var upload = new ManifestUpload(Repository, "1", ArtifactTypes.Manifest, "{}"u8.ToArray());
        var message = await Refused(() => client.PushManifestAsync(upload, default));
        message.ShouldContain(advice);
        message.ShouldContain("DENIED no [31m");
    }

    private static OciDescriptor Describe(byte[] bytes) =>
        new(ArtifactTypes.FeatureLayer, ContentDigest.Of(bytes.AsSpan()), bytes.Length);

    private static async Task<string> Refused(Func<Task> ask) =>
        (await Should.ThrowAsync<RegistryException>(ask)).Message;

    private Task<byte[]> StoreAsync(int length)
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', length));
        registry.Memory.Blobs[(Repository, Describe(bytes).Digest)] = bytes;
        return Task.FromResult(bytes);
    }

    private void Fail(int times, Func<HttpContext, Task> fault, string? method = null) =>
        registry.Fault = async context =>
        {
            if ((method is not null && context.Request.Method != method) || times-- <= 0)
            {
                return false;
            }

            await fault(context);
            return true;
        };

    private static Task Answer(HttpContext context, int status, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    }
}
