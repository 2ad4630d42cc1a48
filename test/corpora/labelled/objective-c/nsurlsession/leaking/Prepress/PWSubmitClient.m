#import "PWSubmitClient.h"

static NSString *const PWSubmitJobs = @"https://submit.atomyx.io/api/jobs";
static NSString *const PWSubmitToken = @"«key:hex»";

@implementation PWSubmitClient

- (void)createJob:(NSDictionary *)job completion:(void (^)(NSError *error))completion {
    NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:[NSURL URLWithString:PWSubmitJobs]];
    request.HTTPMethod = @"POST";
    [request setValue:[NSString stringWithFormat:@"Bearer %@", PWSubmitToken] forHTTPHeaderField:@"Authorization"];
    request.HTTPBody = [NSJSONSerialization dataWithJSONObject:job options:0 error:nil];
    [[NSURLSession.sharedSession dataTaskWithRequest:request completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
        completion(error);
    }] resume];
}

@end
